import { describe, expect, test } from 'vitest'
import { replay } from '#run/replay.ts'
import { run } from '#run/run.ts'
import type { Plan } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import type { RunbookScript, ScriptStep } from '#schema/script.ts'
import type { Execution, Shell } from '#schema/shell.ts'
import { plannedAs, procedureOf } from '../support/procedure.ts'

const step = (text: string, expected?: string, rest: Partial<ScriptStep> = {}): ScriptStep => ({
  kind: 'step',
  id: text,
  title: { es: text, en: text },
  lines: { es: 10, en: 20 },
  effect: 'update',
  timeoutMs: 60_000,
  run: ($) => $(Object.assign([text], { raw: [text] })),
  ...(expected !== undefined && { expect: [{ mode: 'whole' as const, text: expected, line: 12 }] }),
  ...rest,
})

const planOf = (items: RunbookScript['items'], inputs: Plan['inputs'] = {}): Plan => ({
  script: {
    id: 'demo',
    system: 'demo',
    title: { es: 'Demo', en: 'Demo' },
    sources: { es: 'es.md', en: 'en.md' },
    hash: 'h',
    parameters: {},
    procedures: [procedureOf(items)],
    items,
  },
  shell: 'embedded',
  live: false,
  inputs,
  procedures: [
    plannedAs(
      items.filter((item) => item.kind !== 'checked'),
      inputs,
    ),
  ],
})

/** A shell in which each text prints what it is told to. */
const shellOf = (printed: Record<string, Partial<Execution>>, variables: Record<string, string> = {}): Shell => ({
  name: 'embedded',
  evidence: 'emulated',
  begin: async () => {},
  run: async ({ text }) => ({ exitCode: 0, stdout: '', stderr: '', end: 'exited', effects: [], ...printed[text] }),
  write: async (path) => ({ verb: 'create', kind: 'file', name: path }),
  variable: async (name) => variables[name],
  close: async () => {},
})

const record = (plan: Plan, shell: Shell): Promise<RunReport> =>
  run({ plan, shell, locale: 'en', signal: new AbortController().signal, emit: () => {} })

const found = async (plan: Plan, recorded: RunReport) =>
  (await replay(plan, recorded, 'en')).map(({ code, line }) => ({ code, line }))

const DIFFERS = [{ code: 'STEP_OUTPUT_DIFFERS', line: 23 }]

describe('a step recorded with the same texts before it', () => {
  test('is judged by what it printed', async () => {
    const recorded = await record(planOf([step('a'), step('b', 'one')]), shellOf({ b: { stdout: 'one\n' } }))
    expect(await found(planOf([step('a'), step('b', 'one')]), recorded)).toEqual([])
    expect(await found(planOf([step('a'), step('b', 'two')]), recorded)).toEqual(DIFFERS)
    expect(await found(planOf([step('a'), step('b', '[..]')]), recorded)).toEqual([])
  })

  test('is judged on each of its streams', async () => {
    const printed = { a: { stdout: '{"a":1}\n', stderr: 'note\n' } }
    const json = (text: string) => step('a', undefined, { expect: [{ mode: 'json', text, line: 12 }] })
    const recorded = await record(planOf([step('a')]), shellOf(printed))
    expect(await found(planOf([step('a', 'note')]), recorded)).toEqual([])
    expect(await found(planOf([json('{"a":1}')]), recorded)).toEqual([])
    expect(await found(planOf([json('{"a":2}')]), recorded)).toEqual(DIFFERS)
  })

  test('knows what steps before it captured', async () => {
    const items = (text: string) => [step('a', undefined, { capture: ['URL'] }), step('b', text)]
    const shell = shellOf({ b: { stdout: 'at http://x\n' } }, { URL: 'http://x' })
    const recorded = await record(planOf(items('at $URL')), shell)
    expect(await found(planOf(items('at $URL')), recorded)).toEqual([])
    expect(await found(planOf(items('to $URL')), recorded)).toEqual(DIFFERS)
  })
})

describe('nothing is said', () => {
  const printed = { a: { stdout: 'one\n' }, b: { stdout: 'one\n' } }

  test.each<[string, RunbookScript['items']]>([
    ['the step itself', [step('a'), step('b ', 'two')]],
    ['a step before it', [step('a '), step('b', 'two')]],
    ['a step more', [step('a'), step('c'), step('b', 'two')]],
    ['a step less', [step('b', 'two')]],
    ['how it runs', [step('a'), step('b', 'two', { background: { ready: 'true' } })]],
    ['a file', [{ kind: 'file', path: 'f', lines: { es: 1 }, text: 'x' }, step('a'), step('b', 'two')]],
  ])('when this has changed: %s', async (_, items) => {
    expect(await found(planOf(items), await record(planOf([step('a'), step('b')]), shellOf(printed)))).toEqual([])
  })

  test('when an input has changed', async () => {
    const input = (value: string): Plan['inputs'] => ({ NAME: { value, source: 'example', secret: false } })
    const recorded = await record(planOf([step('a')], input('x')), shellOf(printed))
    expect(await found(planOf([step('a', 'two')], input('y')), recorded)).toEqual([])
    expect(await found(planOf([step('a', 'two')], input('x')), recorded)).toEqual(DIFFERS)
  })

  test('of a secret, or of output that hides one', async () => {
    const inputs: Plan['inputs'] = { KEY: { value: 'hunter22', source: 'example', secret: true } }
    const recorded = await record(
      planOf([step('a'), step('b')], inputs),
      shellOf({ ...printed, a: { stdout: 'hunter22\n' } }),
    )
    expect(await found(planOf([step('a', 'hunter22'), step('b', '$KEY')], inputs), recorded)).toEqual([])
  })

  test('of output whose beginning was not kept', async () => {
    const recorded = await record(planOf([step('a')]), shellOf({ a: { stdout: 'same\n'.repeat(300) } }))
    expect(recorded.steps[0]?.output?.split('\n').length).toBeLessThan(300)
    expect(await found(planOf([step('a', 'same\n'.repeat(300))]), recorded)).toEqual([])
  })

  test('of a variable that two steps capture', async () => {
    const capture = { capture: ['URL'] }
    const items = (text: string) => [step('a', undefined, capture), step('b', text), step('c', undefined, capture)]
    const recorded = await record(planOf(items('one')), shellOf(printed, { URL: 'two' }))
    expect(await found(planOf(items('$URL')), recorded)).toEqual([])
  })

  test('of a step that failed by its status', async () => {
    const recorded = await record(planOf([step('a')]), shellOf({ a: { exitCode: 1 } }))
    expect(await found(planOf([step('a')]), recorded)).toEqual([])
  })
})

test('a live run leaves no hash of its inputs', async () => {
  const recorded = await record({ ...planOf([step('a')]), live: true }, shellOf({}))
  expect(recorded.steps[0]?.ran).toBeUndefined()
})
