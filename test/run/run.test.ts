import { describe, expect, test } from 'vitest'
import type { Asker } from '#run/context.ts'
import { run } from '#run/run.ts'
import type { RunEvent } from '#schema/event.ts'
import type { Plan, PlannedStep } from '#schema/plan.ts'
import { defineRunbook, type RunbookScript, type ScriptStep } from '#schema/script.ts'
import type { Execution, Shell, ShellRequest } from '#schema/shell.ts'
import { plannedAs, procedureOf } from '../support/procedure.ts'

type Reply = Partial<Execution> & { variables?: Record<string, string>; chunks?: string[] }

/** A shell that answers each text as told, and records what it was given. */
function fakeShell(replies: Record<string, Reply>, differing: string[] = []) {
  const requests: ShellRequest[] = []
  const written: string[] = []
  const variables: Record<string, string> = {}
  const shell: Shell = {
    name: 'embedded',
    evidence: 'emulated',
    begin: async () => {},
    async run(request) {
      requests.push(request)
      const { variables: left, chunks, ...reply } = replies[request.text] ?? {}
      Object.assign(variables, left)
      for (const chunk of chunks ?? []) request.onOutput('stdout', chunk)
      return { exitCode: 0, stdout: '', stderr: '', end: 'exited', effects: [], ...reply }
    },
    async write(path) {
      if (differing.includes(path)) return undefined
      written.push(path)
      return { verb: 'create', kind: 'file', name: path }
    },
    variable: async (name) => variables[name],
    close: async () => {},
  }
  return { shell, requests, written }
}

const step = (id: string, rest: Partial<ScriptStep> = {}): ScriptStep => ({
  kind: 'step',
  id,
  title: { es: `Paso ${id}`, en: `Step ${id}` },
  lines: { es: 10, en: 20 },
  effect: 'update',
  timeoutMs: 60_000,
  run: ($) => $([id] as unknown as TemplateStringsArray),
  ...rest,
})

const script = (items: RunbookScript['items']): RunbookScript =>
  defineRunbook({
    id: 'demo',
    system: 'demo',
    title: { es: 'Demo', en: 'Demo' },
    sources: { es: 'content/docs/runbooks/demo.md', en: 'content/docs/en/runbooks/demo.md' },
    hash: 'h',
    parameters: {},
    procedures: [procedureOf(items)],
    items,
  })

interface Options {
  replies?: Record<string, Reply>
  /** Files that are there with another text. */
  differing?: string[]
  live?: boolean
  asker?: Asker
  inputs?: Plan['inputs']
  skip?: Record<string, PlannedStep['skip']>
  signal?: AbortSignal
}

async function runItems(items: RunbookScript['items'], options: Options = {}) {
  const events: RunEvent[] = []
  const fake = fakeShell(options.replies ?? {}, options.differing)
  const planned = items.flatMap((item) => {
    if (item.kind === 'checked') return []
    const skip = item.kind === 'step' && options.skip?.[item.id]
    return [skip ? { ...item, skip } : item]
  })
  const plan: Plan = {
    script: script(items),
    shell: 'embedded',
    live: options.live ?? false,
    inputs: options.inputs ?? {},
    procedures: [plannedAs(planned, options.inputs)],
  }
  const report = await run({
    plan,
    shell: fake.shell,
    locale: 'en',
    signal: options.signal ?? new AbortController().signal,
    emit: (event) => events.push(event),
    ...(options.asker && { asker: options.asker }),
  })
  return { report, events, ...fake }
}

const findingsOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === 'step-finished' && event.finding ? [event.finding] : []))

test.each([false, true])(
  'a file that is there with another text fails the step it is for (manual: %s)',
  async (manual) => {
    const files = ['a', 'b'].map((path, at) => ({
      kind: 'file' as const,
      path,
      lines: { es: 5 + at, en: 7 + at },
      text: 'x\n',
    }))
    const last = step('last', manual ? { manual: { es: 'a mano', en: 'by hand' } } : {})
    const { report, requests, written, events } = await runItems([step('first'), ...files, last], { differing: ['b'] })
    expect(requests.map(({ text }) => text)).toEqual(['first'])
    expect(written).toEqual(['a'])
    expect(report).toMatchObject({
      status: 'failed',
      steps: [{ status: 'passed' }, { status: 'failed', evidence: 'none' }],
    })
    const [finding] = findingsOf(events)
    expect(finding).toMatchObject({ code: 'STEP_FILE_DIFFERS', line: 8 })
  },
)

test('walks steps and files in order and gives the evidence of the shell', async () => {
  const file = { kind: 'file' as const, path: 'Dockerfile', lines: { es: 5 }, text: 'FROM x\n' }
  const { report, requests, written, events } = await runItems([step('a'), file, step('b')])
  expect(requests.map(({ text }) => text)).toEqual(['a', 'b'])
  expect(written).toEqual(['Dockerfile'])
  expect(report).toMatchObject({ status: 'passed', steps: [{ evidence: 'emulated' }, { evidence: 'emulated' }] })
  expect(events.map(({ kind }) => kind)).toEqual([
    'run-started',
    'step-started',
    'step-finished',
    'file-written',
    'step-started',
    'step-finished',
    'run-finished',
  ])
})

describe('a step falls short, and the rest is skipped', () => {
  const cases: [string, Partial<ScriptStep>, Reply, { status: string; code?: string; line?: number }][] = [
    [
      'exit status',
      {},
      { exitCode: 3, failedLine: 2, stderr: 'ERROR: no\n' },
      { status: 'failed', code: 'STEP_FAILED', line: 22 },
    ],
    ['success where failure is expected', { exit: 22 }, {}, { status: 'failed', code: 'STEP_FAILED', line: 21 }],
    ['time', {}, { end: 'timed-out', exitCode: 143 }, { status: 'timed-out', code: 'STEP_TIMED_OUT', line: 20 }],
    ['the fixture', {}, { notCheckable: 'no ssh' }, { status: 'not-checkable', code: 'STEP_NOT_CHECKABLE', line: 20 }],
    [
      'more than declared',
      { effect: 'read' },
      { effects: [{ verb: 'create', kind: 'secret', name: 'x' }] },
      { status: 'failed', code: 'STEP_EFFECT_DIFFERS', line: 20 },
    ],
    [
      'a deletion declared as a change',
      { effect: 'update' },
      { effects: [{ verb: 'delete', kind: 'secret', name: 'x' }] },
      { status: 'failed', code: 'STEP_EFFECT_DIFFERS', line: 20 },
    ],
    [
      'output',
      { expect: [{ mode: 'contains', text: 'a\nb', line: 14 }] },
      { stdout: 'a\n' },
      { status: 'failed', code: 'STEP_OUTPUT_DIFFERS', line: 26 },
    ],
    ['capture', { capture: ['URL'] }, {}, { status: 'failed', code: 'STEP_CAPTURE_MISSING', line: 20 }],
    ['interrupt', {}, { end: 'interrupted' }, { status: 'interrupted' }],
  ]
  test.each(cases)('%s', async (_, rest, reply, { status, code, line }) => {
    const { report, requests, events } = await runItems([step('a', rest), step('b')], { replies: { a: reply } })
    expect(requests).toHaveLength(1)
    expect(report.status).toBe(status)
    expect(report.steps).toMatchObject([
      { status, evidence: status === 'not-checkable' ? 'not-checkable' : 'none' },
      { status: 'skipped', evidence: 'none', reason: 'after-failure' },
    ])
    if (code) expect(findingsOf(events)).toMatchObject([{ code, file: 'content/docs/en/runbooks/demo.md', line }])
  })
})

test('an expected failure passes, and the shell is told it may fail', async () => {
  const { report, requests } = await runItems([step('a', { exit: 22 })], { replies: { a: { exitCode: 22 } } })
  expect(report.status).toBe('passed')
  expect(requests[0]?.mayFail).toBe(true)
})

test('captured variables are outputs, and later expectations may name them', async () => {
  const { report } = await runItems(
    [step('a', { capture: ['URL'] }), step('b', { expect: [{ mode: 'contains', text: 'at $URL', line: 1 }] })],
    { replies: { a: { variables: { URL: 'https://x.example.com' } }, b: { stdout: 'at https://x.example.com\n' } } },
  )
  expect(report).toMatchObject({ status: 'passed', outputs: { URL: 'https://x.example.com' } })
})

test('a manual step of a dry run is skipped with its reason, and is no failure', async () => {
  const manual = { es: 'abre un navegador', en: 'opens a browser' }
  const { report, requests } = await runItems([step('a', { manual }), step('b')])
  expect(requests.map(({ text }) => text)).toEqual(['b'])
  expect(report.status).toBe('passed')
  expect(report.steps[0]).toMatchObject({ status: 'skipped', evidence: 'checked', reason: 'opens a browser' })
})

test('no secret is in any event or report, however it was printed', async () => {
  const secret = 'tr0ub4dor&3-very-secret'
  const encoded = Buffer.from(`user:${secret}`).toString('base64')
  const { report, events } = await runItems([step('a', { capture: ['LEAK'] })], {
    inputs: { PASSWORD: { value: secret, source: 'environment', secret: true } },
    replies: {
      a: {
        exitCode: 1,
        stdout: `${secret}\n`,
        stderr: `denied for ${secret} ${encoded}\n`,
        chunks: [secret.slice(0, 5), secret.slice(5)],
        effects: [{ verb: 'read', kind: 'secret', name: secret }],
        variables: { LEAK: `x${secret}` },
      },
    },
  })
  const everything = JSON.stringify([report, events])
  expect(everything).not.toContain(secret)
  expect(everything).not.toContain(encoded.slice(8, 30))
  expect(everything).not.toContain('tr0ub')
  expect(report.inputs).toEqual({ PASSWORD: '***' })
})

/** A person who gives these answers. */
const asker = (answers: boolean[]) => {
  const asked: string[] = []
  const confirm = async (one: PlannedStep, reason: string) => {
    asked.push(`${one.id} ${reason}`)
    return answers.shift() ?? true
  }
  return { asked, asker: { confirm, manual: async () => true, decide: async () => ({ kind: 'stop' }) } satisfies Asker }
}

describe('live', () => {
  const steps = [
    step('look', { effect: 'read' }),
    step('change'),
    step('again'),
    step('careful', { confirm: true }),
    step('remove', { effect: 'delete' }),
  ]

  test('asks before the first change, before confirmed steps and before each deletion', async () => {
    const { asked, asker: person } = asker([])
    const { report } = await runItems(steps, { live: true, asker: person })
    expect(asked).toEqual(['change first-change', 'careful confirm', 'remove delete'])
    expect(report.status).toBe('passed')
  })

  test('a no ends the run before the step', async () => {
    const { asker: person } = asker([false])
    const { report, requests } = await runItems(steps, { live: true, asker: person })
    expect(requests.map(({ text }) => text)).toEqual(['look'])
    expect(report.status).toBe('interrupted')
    expect(report.steps[1]).toMatchObject({ id: 'change', status: 'interrupted', reason: 'declined' })
  })
})

test('files are written once their step was agreed to, and not after a no', async () => {
  const file = (path: string) => ({ kind: 'file' as const, path, lines: { es: 5 }, text: '' })
  const items = [
    file('a.conf'),
    step('change', { effect: 'update' }),
    file('b.conf'),
    step('remove', { effect: 'delete' }),
  ]
  const written = async (answers: boolean[]) =>
    (await runItems(items, { live: true, asker: asker(answers).asker })).written
  expect(await written([false])).toEqual([])
  expect(await written([true, false])).toEqual(['a.conf'])
  expect(await written([true, true])).toEqual(['a.conf', 'b.conf'])
})

test('files of a step by hand are there before it is asked about', async () => {
  const file = { kind: 'file' as const, path: 'Dockerfile', lines: { es: 5 }, text: '' }
  const byHand = step('a', { manual: { es: 'x', en: 'x' } })
  const { written } = await runItems([file, byHand], { live: true, asker: asker([true]).asker })
  expect(written).toEqual(['Dockerfile'])
})

test('files are not written after a failure', async () => {
  const file = { kind: 'file' as const, path: 'Dockerfile', lines: { es: 5 }, text: '' }
  const { written } = await runItems([step('a'), file, step('b')], { replies: { a: { exitCode: 1 } } })
  expect(written).toEqual([])
})

test('an interrupt before a step leaves it out', async () => {
  const controller = new AbortController()
  controller.abort()
  const { report, requests } = await runItems([step('a')], { signal: controller.signal })
  expect(requests).toEqual([])
  expect(report.status).toBe('interrupted')
})
