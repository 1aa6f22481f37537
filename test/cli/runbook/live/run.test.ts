import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { reportSchema } from '#schema/report.ts'
import { type Dollar, defineRunbook, type RunbookScript } from '#schema/script.ts'
import { liveRun } from '../../../../src/cli/runbook/live/run.ts'
import type { RunbookOptions } from '../../../../src/cli/runbook/options.ts'
import type { ReportFormat } from '../../../../src/cli/terminal/report-format.ts'
import type { Terminal } from '../../../../src/cli/terminal/terminal.ts'
import { startLive } from '../../../support/live-process.ts'
import { commandsWith } from '../../../support/processes.ts'
import { type FakeTerminal, fakeTerminal } from '../../../support/terminal.ts'

let directory: string
let fake: FakeTerminal
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'live-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const SECRET = "s3cret 'with' quotes"

/** Three steps: one sets a variable, one changes a file and may be told to fail, one uses the variable. */
const script = (hash = 'one'): RunbookScript => {
  const base = { kind: 'step' as const, lines: { es: 1 }, timeoutMs: 10_000 }
  const procedure = { id: 'demo', title: { es: 'Demo', en: 'Demo' }, when: { es: 'x', en: 'x' } }
  return defineRunbook({
    id: 'demo',
    system: 'demo',
    title: { es: 'Demo', en: 'Demo' },
    sources: { es: 'demo.md' },
    hash,
    parameters: { TOKEN: { type: 'secret', label: { es: 'Token', en: 'Token' }, example: 'x' } },
    procedures: [{ ...procedure, steps: ['set', 'change', 'use'] }],
    items: [
      {
        ...base,
        id: 'set',
        title: { es: 'a', en: 'a' },
        effect: 'read',
        run: ($) => $`kept="v 1"; derived="x-$TOKEN"; echo "token $TOKEN"`,
      },
      {
        ...base,
        id: 'change',
        title: { es: 'b', en: 'b' },
        effect: 'update',
        run: ($) => $`echo line >> changes; test -e go`,
      },
      { ...base, id: 'use', title: { es: 'c', en: 'c' }, effect: 'read', run: ($) => $`echo "kept: $kept" > result` },
    ],
  })
}

const options = (rest: Partial<RunbookOptions> = {}): RunbookOptions => ({
  mode: 'live',
  fixture: undefined,
  selection: {},
  reports: [{ format: 'text' }],
  keep: false,
  verbose: false,
  yes: true,
  yesDelete: false,
  unverified: true,
  resume: undefined,
  flags: {},
  directory: undefined,
  ...rest,
})

const terminal = (): Terminal => {
  const environment = { PATH: process.env.PATH, HOME: directory, TOKEN: SECRET }
  fake = fakeTerminal({ environment, directory, state: join(directory, 'state') })
  return fake.terminal
}
const printed = () => fake.out() + fake.err()

const journal = () => {
  const folder = join(directory, 'state', 'runs')
  return readdirSync(folder).map((name) => join(folder, name))
}
const events = () => readFileSync(journal().find((file) => file.endsWith('.jsonl')) ?? '', 'utf8')
const read = (name: string) => readFileSync(join(directory, name), 'utf8')

test('a run that passes leaves a journal only its owner reads, without the secret', async () => {
  writeFileSync(join(directory, 'go'), '')
  expect(await liveRun(script(), options(), terminal())).toBe(0)
  expect(read('result')).toBe('kept: v 1\n')
  expect(printed()).toContain('token ***')
  for (const file of journal()) {
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readFileSync(file, 'utf8')).not.toContain('s3cret')
  }
  expect(printed()).not.toContain('s3cret')
  expect(events().trim().split('\n').at(-1)).toContain('"run-finished"')
})

describe('the environment of the operator', () => {
  const CANARY = 'c4nary'
  const environment = {
    AWS_SECRET_ACCESS_KEY: `${CANARY}-key`,
    ORDINARY: `${CANARY} ordinary`,
    PRIVATE_KEY: `-----BEGIN-----\n${CANARY} "of" $several\n-----END-----`,
    'BASH_FUNC_canary%%': `() {  echo ${CANARY} function\n}`,
  }
  const steps = [
    {
      id: 'set',
      effect: 'read' as const,
      text: 'mine=1; copy="x-$PRIVATE_KEY"; export PATH="$PWD:$PATH"; unset ORDINARY',
    },
    { id: 'wait', effect: 'read' as const, text: 'test -e go || { touch there; sleep 3; false; }' },
    {
      id: 'use',
      effect: 'read' as const,
      text: 'echo "$mine ${ORDINARY-none} $AWS_SECRET_ACCESS_KEY" > result; canary >> result',
    },
  ]
  const kept = () => {
    const names = readdirSync(join(directory, 'state'), { recursive: true, withFileTypes: true })
    const files = names.filter((name) => name.isFile()).map(({ parentPath, name }) => join(parentPath, name))
    expect(files.some((file) => file.endsWith('.jsonl'))).toBe(true)
    return files.map((file) => readFileSync(file, 'utf8')).join('\n')
  }
  const live = (rest: { resume?: string; environment?: Record<string, string> } = {}) =>
    startLive({ directory, steps, options: { yes: true, resume: rest.resume }, environment, ...rest })

  test('is in no file after a run, nor after one that failed', async () => {
    expect(await live().ended).toBe(1)
    expect(kept()).not.toContain(CANARY)
    writeFileSync(join(directory, 'go'), '')
    expect(await live().ended).toBe(0)
    expect(read('result')).toContain(`${CANARY}-key`)
    expect(kept()).not.toContain(CANARY)
  })

  test('is in no file after `kill -9`, and a resumed run has that of its own shell', async () => {
    const killed = live()
    await vi.waitUntil(() => readdirSync(directory).includes('there'), { timeout: 180_000 })
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(kept()).not.toContain(CANARY)
    writeFileSync(join(directory, 'go'), '')
    const function_ = '() {  echo new function\n}'
    const now = { ORDINARY: 'new', AWS_SECRET_ACCESS_KEY: 'new key', 'BASH_FUNC_canary%%': function_ }
    expect(await live({ resume: '', environment: now }).ended).toBe(0)
    expect(read('result')).toBe('1 none new key\nnew function\n')
  })
})

describe('the target', () => {
  const aimed = (text: TemplateStringsArray) => {
    const base = script()
    const [first] = base.items
    const parameters = {
      PROJECT: { type: 'gcp-project-id' as const, label: { es: 'p', en: 'p' }, example: 'my-project' },
    }
    return {
      ...base,
      parameters,
      items: [{ ...first, uses: ['PROJECT'], run: ($: Dollar) => $(text) }],
    } as RunbookScript
  }

  test('every gcloud command of the run is held to its project', async () => {
    const flags = { PROJECT: 'other-project' }
    const text = ['echo "$CLOUDSDK_CORE_PROJECT" > target'] as unknown as TemplateStringsArray
    const environment = { ...terminal().environment, CLOUDSDK_CORE_PROJECT: 'wrong-project' }
    expect(await liveRun(aimed(text), options({ flags }), { ...terminal(), environment })).toBe(0)
    expect(read('target')).toBe('other-project\n')
    expect(printed()).toMatch(/PROJECT +other-project +flag/)
  })

  test.each(['gcloud run deploy x --project=evil-project', 'gcloud run deploy x --project evil-project'])(
    'a step that names another is refused before anything runs: %s',
    async (command) => {
      const text = [`touch ran; ${command}`] as unknown as TemplateStringsArray
      const run = liveRun(aimed(text), options({ flags: { PROJECT: 'other-project' } }), terminal())
      await expect(run).rejects.toMatchObject({ exit: 2 })
      expect(readdirSync(directory)).not.toContain('ran')
    },
  )
})

test('the path of its journal is the last that is shown of a run, with how to go on where it failed', async () => {
  expect(await liveRun(script(), options(), terminal())).toBe(1)
  const [file = ''] = journal()
  expect(fake.out()).toMatch(
    new RegExp(`\\n\\nJournal: ${file}\\n\\nTo go on where it stopped: pnpm runbook demo --resume \\S+\\n$`),
  )
})

test('a directory that is none is refused, and nothing is kept of the run', async () => {
  const run = liveRun(script(), options({ directory: '/nope' }), terminal())
  await expect(run).rejects.toMatchObject({ exit: 2, message: '"/nope" is not a directory.' })
  expect(readdirSync(directory)).toEqual([])
})

test('an interrupt ends the step with all it started, keeps the journal, and is status 130', async () => {
  const interrupt = new AbortController()
  const isUnderWay = () => commandsWith('sleep 65.5').length > 1
  void vi.waitUntil(isUnderWay, { timeout: 180_000 }).then(() => interrupt.abort())
  const base = script()
  const [first, second, third] = base.items
  const slow = { ...second, run: ($: Dollar) => $`(sleep 65.5 &); sleep 65.5` }
  const slowScript = { ...base, items: [first, slow, third] } as RunbookScript
  expect(await liveRun(slowScript, options(), { ...terminal(), signal: interrupt.signal })).toBe(130)
  expect(commandsWith('sleep 65.5')).toEqual([])
  expect(events().trim().split('\n').at(-1)).toContain('"status":"interrupted"')
})

test('there is nothing to resume after a run that passed, or before any', async () => {
  await expect(liveRun(script(), options({ resume: '' }), terminal())).rejects.toMatchObject({ exit: 2 })
  writeFileSync(join(directory, 'go'), '')
  await liveRun(script(), options(), terminal())
  await expect(liveRun(script(), options({ resume: '' }), terminal())).rejects.toMatchObject({ exit: 2 })
})

describe('a report that a program reads', () => {
  const formats: [ReportFormat, RegExp][] = [
    ['json', /^\{.*\}\n$/s],
    ['sarif', /^\{.*\}\n$/s],
    ['junit', /^<\?xml.*<\/testsuites>\n$/s],
    ['lsp', /^$/],
  ]
  test.each(formats)('%s is all there is on standard output', async (format, whole) => {
    writeFileSync(join(directory, 'go'), '')
    expect(await liveRun(script(), options({ reports: [{ format }] }), terminal())).toBe(0)
    expect(fake.err()).toMatch(/TOKEN +\*\*\*/)
    expect(fake.out()).toMatch(whole)
  })

  test('the whole of standard output is one JSON report', async () => {
    writeFileSync(join(directory, 'go'), '')
    await liveRun(script(), options({ reports: [{ format: 'json' }] }), terminal())
    expect(reportSchema.parse(JSON.parse(fake.out()))).toMatchObject({ command: 'runbook', exitCode: 0 })
  })

  test('a question is asked beside it', async () => {
    const steps = [{ id: 'remove', effect: 'delete' as const, text: 'touch removed' }]
    const live = startLive({
      directory,
      steps,
      options: { reports: [{ format: 'json' }] },
      typed: true,
      stderr: 'asked',
    })
    const asked = () => (readdirSync(directory).includes('asked') ? read('asked') : '')
    await expect.poll(asked, { timeout: 180_000 }).toContain('type remove: ')
    live.child.stdin?.write('remove\r')
    expect(await live.ended).toBe(0)
    expect(readdirSync(directory)).toContain('removed')
    expect(reportSchema.parse(JSON.parse(live.printed()))).toMatchObject({ exitCode: 0 })
  })

  test('among text, the target is where it was', async () => {
    writeFileSync(join(directory, 'go'), '')
    await liveRun(script(), options(), terminal())
    expect(fake.out()).toMatch(/TOKEN +\*\*\*/)
  })
})
