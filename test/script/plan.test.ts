import { describe, expect, test } from 'vitest'
import { defineRunbook, type ScriptStep } from '#schema/script.ts'
import { resolveInputs } from '#script/inputs.ts'
import { neededParameters } from '#script/needed.ts'
import { planRun, type Selection } from '#script/plan.ts'

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

const script = defineRunbook({
  id: 'demo',
  system: 'demo',
  title: { es: 'Demo', en: 'Demo' },
  sources: { es: 'demo.md' },
  hash: 'h',
  parameters: {},
  items: [step('a'), step('b'), step('undo-b', { undoes: 'b' }), step('c')],
})

const modes = (selection: Selection, live: boolean, finished?: string[]) => {
  const plan = planRun({
    script,
    inputs: {},
    shell: 'embedded',
    live,
    selection,
    ...(finished && { finished: new Set(finished) }),
  })
  if ('unknown' in plan) return plan.unknown
  return plan.items.map((item) =>
    item.kind === 'step' ? `${item.id}:${item.skip ?? (item.prepares ? 'prepares' : 'runs')}` : item.path,
  )
}

describe('a dry run', () => {
  test('runs everything, undo steps too', () => {
    expect(modes({}, false)).toEqual(['a:runs', 'b:runs', 'undo-b:runs', 'c:runs'])
  })
  test('prepares the fixture for a single step', () => {
    expect(modes({ only: ['b'] }, false)).toEqual(['a:prepares', 'b:runs', 'undo-b:not-selected', 'c:not-selected'])
  })
  test('prepares it for the rest', () => {
    expect(modes({ from: 'c' }, false)).toEqual(['a:prepares', 'b:prepares', 'undo-b:prepares', 'c:runs'])
  })
  test('stops where told', () => {
    expect(modes({ until: 'a' }, false)).toEqual(['a:runs', 'b:not-selected', 'undo-b:not-selected', 'c:not-selected'])
  })
})

describe('a live run', () => {
  test('leaves undo steps out', () => {
    expect(modes({}, true)).toEqual(['a:runs', 'b:runs', 'undo-b:undo', 'c:runs'])
  })
  test('runs one when it is named, and nothing before it', () => {
    expect(modes({ only: ['undo-b'] }, true)).toEqual([
      'a:not-selected',
      'b:not-selected',
      'undo-b:runs',
      'c:not-selected',
    ])
  })
  test('starts in the middle without preparing', () => {
    expect(modes({ from: 'b' }, true)).toEqual(['a:not-selected', 'b:runs', 'undo-b:undo', 'c:runs'])
  })
  test('leaves out what an earlier run finished', () => {
    expect(modes({}, true, ['a', 'b'])).toEqual(['a:finished', 'b:finished', 'undo-b:undo', 'c:runs'])
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
  const withFile = defineRunbook({ ...script, parameters, items: items as never })
  const written = (selection: Selection, live: boolean) => {
    const plan = planRun({ script: withFile, inputs: {}, shell: 'host', live, selection })
    return 'unknown' in plan ? plan.unknown : plan.items.some(({ kind }) => kind === 'file')
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
    const needed = (selection: Selection) => Object.keys(neededParameters(withFile, selection))
    expect(needed({})).toEqual(['REGION', 'TOKEN', 'NEXT'])
    expect(needed({ only: ['a'] })).toEqual(['REGION'])
    expect(needed({ only: ['b'] })).toEqual(['TOKEN'])
    expect(needed({ until: 'b' })).toEqual(['REGION', 'TOKEN'])
  })
})

test('a step nobody has is named', () => expect(modes({ from: 'nope' }, false)).toBe('nope'))

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
