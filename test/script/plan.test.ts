import { describe, expect, test } from 'vitest'
import { itemsOf } from '#schema/plan.ts'
import { defineRunbook, type RunbookScript, type ScriptStep } from '#schema/script.ts'
import { resolveInputs } from '#script/inputs.ts'
import { neededParameters } from '#script/needed.ts'
import { planRun, type Selection } from '#script/plan.ts'
import { procedureOf } from '../support/procedure.ts'

const step = (id: string, rest: Partial<ScriptStep> = {}): ScriptStep => ({
  kind: 'step',
  id,
  title: { es: id, en: id },
  lines: { es: 1 },
  effect: 'update',
  timeoutMs: 1000,
  run: ($) => $([id] as unknown as TemplateStringsArray),
  ...rest,
})

const items = [step('a'), step('b'), step('undo-b', { undoes: 'b' }), step('c')]
const script = defineRunbook({
  id: 'demo',
  system: 'demo',
  title: { es: 'Demo', en: 'Demo' },
  sources: { es: 'demo.md' },
  hash: 'h',
  parameters: {},
  procedures: [procedureOf(items)],
  items,
})

interface Asked {
  of?: RunbookScript
  live?: boolean
  finished?: string[]
}

/** What runs, step by step; each procedure begins with its name where there are several. */
function modes(selection: Selection, { of = script, live = false, finished }: Asked = {}) {
  const plan = planRun({
    script: of,
    inputs: {},
    shell: live ? 'host' : 'embedded',
    live,
    selection,
    ...(finished && { finished: new Set(finished) }),
  })
  if ('problem' in plan) return [plan.problem, plan.name].filter(Boolean).join(' ')
  const named = of.procedures.length > 1
  return plan.procedures.flatMap(({ procedure, items: planned }) => [
    ...(named ? [`${procedure.id}>`] : []),
    ...planned.map((item) =>
      item.kind === 'step' ? `${item.id}:${item.skip ?? (item.prepares ? 'prepares' : 'runs')}` : item.path,
    ),
  ])
}

test('a procedure that needs the Docker fixture is left out of the embedded one, and no other is', () => {
  const reason = { es: 'dos cosas a la vez', en: 'two things at once' }
  const of = {
    ...script,
    procedures: [
      { ...procedureOf([step('a')]), id: 'one' },
      { ...procedureOf([step('b')]), id: 'two', docker: reason },
    ],
  }
  const planned = (shell: 'embedded' | 'docker') => {
    const plan = planRun({ script: of, inputs: {}, shell, live: false, selection: {} })
    return 'problem' in plan ? [] : itemsOf(plan)
  }
  expect(planned('embedded')).toMatchObject([{ id: 'a' }, { id: 'b', skip: 'needs-docker', needs: reason }])
  expect(planned('embedded')[0]).not.toHaveProperty('skip')
  expect(planned('docker')[1]).not.toHaveProperty('skip')
})

const ALL = ['a:runs', 'b:runs', 'undo-b:runs', 'c:runs']

describe('a dry run', () => {
  test('runs everything', () => expect(modes({})).toEqual(ALL))
  test('prepares the fixture for a single step', () => {
    expect(modes({ only: ['b'] })).toEqual(['a:prepares', 'b:runs', 'undo-b:not-selected', 'c:not-selected'])
  })
  test('prepares it for the rest', () => {
    expect(modes({ from: 'c' })).toEqual(['a:prepares', 'b:prepares', 'undo-b:prepares', 'c:runs'])
  })
  test('stops where told', () => {
    expect(modes({ until: 'a' })).toEqual(['a:runs', 'b:not-selected', 'undo-b:not-selected', 'c:not-selected'])
  })
})

describe('a live run', () => {
  const live = true
  test('runs the same, steps that undo others too', () => expect(modes({}, { live })).toEqual(ALL))
  test('runs one step when it is named, and nothing before it', () => {
    expect(modes({ only: ['undo-b'] }, { live })).toEqual([
      'a:not-selected',
      'b:not-selected',
      'undo-b:runs',
      'c:not-selected',
    ])
  })
  test('starts in the middle without preparing', () => {
    expect(modes({ from: 'b' }, { live })).toEqual(['a:not-selected', 'b:runs', 'undo-b:runs', 'c:runs'])
  })
  test('leaves out what an earlier run finished', () => {
    expect(modes({}, { live, finished: ['a', 'b'] })).toEqual(['a:finished', 'b:finished', 'undo-b:runs', 'c:runs'])
  })
})

describe('procedures', () => {
  const of = defineRunbook({
    ...script,
    procedures: [
      procedureOf(items, { id: 'deploy', steps: ['a', 'b', 'c'], undo: 'go-back' }),
      procedureOf(items, { id: 'go-back', steps: ['a', 'undo-b', 'c'], after: 'deploy', undo: 'deploy' }),
    ],
  })
  const deploy = ['deploy>', 'a:runs', 'b:runs', 'c:runs']
  const goBack = ['go-back>', 'a:runs', 'undo-b:runs', 'c:runs']

  test('are all verified, in the order declared', () => expect(modes({}, { of })).toEqual([...deploy, ...goBack]))
  test('are rehearsed one by one, after those they start from', () => {
    expect(modes({ procedure: 'deploy' }, { of })).toEqual(deploy)
    expect(modes({ procedure: 'go-back' }, { of })).toEqual([
      'deploy>',
      'a:prepares',
      'b:prepares',
      'c:prepares',
      ...goBack,
    ])
  })
  test.each(['deploy', 'go-back'])('%s runs live step for step as it was verified', (procedure) => {
    const verified = modes({}, { of }).toString()
    expect(verified).toContain(modes({ procedure }, { of, live: true }).toString())
  })
  test('one has to be named for a live run', () => expect(modes({}, { of, live: true })).toBe('procedure-needed'))
  test('one nobody has is named', () => expect(modes({ procedure: 'nope' }, { of })).toBe('procedure-unknown nope'))
  test('a step is looked for in the first that has it', () => {
    expect(modes({ only: ['undo-b'] }, { of }).at(-2)).toBe('undo-b:runs')
    expect(modes({ procedure: 'deploy', only: ['undo-b'] }, { of })).toBe('step-elsewhere undo-b')
    expect(modes({ from: 'b', until: 'undo-b' }, { of })).toBe('procedure-needed')
  })
  test('one that starts after itself still ends', () => {
    const [first, second] = of.procedures
    const looped = { ...of, procedures: [{ ...first, after: 'go-back' } as never, second as never] }
    expect(modes({ procedure: 'go-back' }, { of: looped }).at(0)).toBe('deploy>')
  })
})

describe('the shell of a procedure', () => {
  const label = { es: 'x', en: 'x' }
  const text = { type: 'text' as const, label, example: 'x' }
  const own = [step('a', { uses: ['MINE'] }), step('b', { uses: ['OTHER'] })]
  const of = defineRunbook({
    ...script,
    parameters: { MINE: text, OTHER: text, NOBODYS: text },
    items: own as never,
    procedures: [
      procedureOf(own as never, { id: 'one', steps: ['a'] }),
      procedureOf(own as never, { id: 'two', steps: ['b'] }),
    ],
  })
  const inputs = Object.fromEntries(
    Object.keys(of.parameters).map((name) => [name, { value: 'v', source: 'flag' as const, secret: false }]),
  )
  test.each([true, false])('has what its steps read, and what a program may read (live: %s)', (live) => {
    const plan = planRun({ script: of, inputs, shell: 'host', live, selection: { procedure: 'two' } })
    if ('problem' in plan) throw new Error(plan.problem)
    expect(Object.keys(plan.procedures[0]?.inputs ?? {})).toEqual(['OTHER', 'NOBODYS'])
  })
})

describe('files', () => {
  const file = { kind: 'file' as const, path: 'Dockerfile', lines: { es: 1 }, text: '$TOKEN' }
  const label = { es: 'x', en: 'x' }
  const parameters = {
    REGION: { type: 'text' as const, label, example: 'x' },
    TOKEN: { type: 'secret' as const, label, example: 'x' },
    NEXT: { type: 'text' as const, label, example: 'x' },
  }
  const items = [step('a', { uses: ['REGION'] }), file, step('b', { uses: ['TOKEN'] }), step('c', { uses: ['NEXT'] })]
  const withFile = defineRunbook({
    ...script,
    parameters,
    items: items as never,
    procedures: [procedureOf(items as never)],
  })
  const written = (selection: Selection, live: boolean) => {
    const plan = planRun({ script: withFile, inputs: {}, shell: 'host', live, selection })
    return 'problem' in plan ? plan.name : itemsOf(plan).some(({ kind }) => kind === 'file')
  }

  test('are written for the step after them', () => {
    expect([
      written({}, true),
      written({ only: ['b'] }, true),
      written({ only: ['c'] }, true),
      written({ from: 'c' }, true),
    ]).toEqual([true, true, false, false])
    expect([written({ only: ['c'] }, false), written({ until: 'a' }, false)]).toEqual([true, false])
  })

  test('and a live run needs only what its steps and files read', () => {
    const needed = (selection: Selection) => {
      const plan = planRun({ script: withFile, inputs: {}, shell: 'host', live: true, selection })
      return 'problem' in plan ? [plan.name] : Object.keys(neededParameters(plan))
    }
    expect(needed({})).toEqual(['REGION', 'TOKEN', 'NEXT'])
    expect(needed({ only: ['a'] })).toEqual(['REGION'])
    expect(needed({ only: ['b'] })).toEqual(['TOKEN'])
    expect(needed({ until: 'b' })).toEqual(['REGION', 'TOKEN'])
  })
})

test('a step nobody has is named', () => expect(modes({ from: 'nope' })).toBe('step-unknown nope'))
test('nothing between two steps is told', () =>
  expect(modes({ from: 'c', until: 'a' }, { live: true })).toBe('nothing-selected c'))

describe('inputs', () => {
  const label = { es: 'x', en: 'x' }
  const parameters = {
    PROJECT: { type: 'gcp-project-id' as const, label, example: 'my-project' },
    PORT: { type: 'port' as const, label, example: '8080', default: '9090' },
    TOKEN: { type: 'secret' as const, label, example: 'example-token' },
  }
  const values = (flags: Record<string, string>, environment: Record<string, string>, live: boolean) => {
    const { inputs, problems } = resolveInputs(parameters, { flags, environment }, { live })
    const found = Object.entries(inputs).map(([name, { value, source }]) => `${name}=${value} (${source})`)
    return [...found, ...problems.map(({ name, reason }) => `${name}: ${reason ? 'invalid' : 'missing'}`)]
  }

  test('a dry run needs nothing, and reads no environment', () => {
    expect(values({}, { PROJECT: 'real-project' }, false)).toEqual([
      'PROJECT=my-project (example)',
      'PORT=9090 (default)',
      'TOKEN=example-token (example)',
    ])
  })
  test('a live run never uses an example', () => {
    expect(values({}, {}, true)).toEqual(['PORT=9090 (default)', 'PROJECT: missing', 'TOKEN: missing'])
  })
  test('two values that must differ do', () => {
    const text = { type: 'text' as const, label, example: '2' }
    const pair = { NEW: { ...text, differs: 'OLD' }, OLD: { ...text, example: '1' } }
    const reasonOf = (flags: Record<string, string>) =>
      resolveInputs(pair, { flags, environment: {} }, { live: false }).problems.map(({ name, reason }) => [
        name,
        reason?.en,
      ])
    expect(reasonOf({ OLD: '2' })).toEqual([['NEW', 'must not be the same as OLD']])
    expect(reasonOf({ OLD: '3' })).toEqual([])
  })
  test('a flag wins over the environment', () => {
    expect(values({ PROJECT: 'other-project' }, { PROJECT: 'real-project', TOKEN: 't0ken-value' }, true)).toEqual([
      'PROJECT=other-project (flag)',
      'PORT=9090 (default)',
      'TOKEN=t0ken-value (environment)',
    ])
  })
  test.each([
    ['a project that cannot exist', { PROJECT: 'My_Project' }],
    ['a port out of range', { PORT: '70000' }],
    ['an option in the place of a value', { PROJECT: '--version' }],
  ])('%s is refused', (_, flags) =>
    expect(values(flags as Record<string, string>, {}, false).at(-1)).toMatch(/invalid$/),
  )
})
