import { describe, expect, test } from 'vitest'
import type { Inputs, Plan } from '#schema/plan.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import { planRun } from '#script/plan.ts'
import { rehearsalOf } from '../../../../../src/cli/runbook/live/before/rehearsal.ts'
import { demoScript } from '../../../../support/live-demo.ts'

const SCRIPT = demoScript({
  steps: [
    { id: 'look', effect: 'read', text: 'true' },
    { id: 'change', effect: 'update', text: 'true' },
    { id: 'sign', effect: 'update', text: 'true', manual: 'sign it' },
    { id: 'other', effect: 'read', text: 'true' },
  ],
  procedures: [
    { id: 'one', steps: ['look', 'change', 'sign'] },
    { id: 'two', steps: ['look', 'other'] },
  ],
})

const INPUTS: Inputs = {
  HOST: { value: 'prod.example.com', source: 'flag', secret: false },
  TOKEN: { value: 's3cret', source: 'environment', secret: true },
}

const plan = (procedure = 'one', inputs = INPUTS, only?: string[]) =>
  planRun({
    script: SCRIPT,
    inputs,
    shell: 'host',
    live: true,
    selection: { procedure, ...(only && { only }) },
  }) as Plan

const step = (id: string, rest: Partial<StepReport> = {}): StepReport => ({
  id,
  procedure: 'one',
  title: id,
  status: 'passed',
  evidence: 'executed',
  file: 'demo.md',
  line: 1,
  durationMs: 1,
  effects: [],
  ...rest,
})

const run = (rest: Partial<RunReport> = {}): RunReport => ({
  id: 'demo',
  title: 'Demo',
  file: 'demo.md',
  hash: 'one',
  shell: 'docker',
  live: false,
  status: 'passed',
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 2,
  inputs: { HOST: 'prod.example.com', TOKEN: '***' },
  outputs: {},
  steps: [step('look'), step('change')],
  checked: [],
  ...rest,
})

describe('a rehearsal', () => {
  test('of the same content with the same inputs, but for secrets, is one', () => {
    expect(rehearsalOf(plan(), [run()])).toMatchObject({ kind: 'same', steps: [{ id: 'look' }, { id: 'change' }] })
  })

  test('with other inputs says which', () => {
    const other = run({ inputs: { HOST: 'demo.example.com', TOKEN: '***' } })
    expect(rehearsalOf(plan(), [other])).toMatchObject({ kind: 'other-inputs', inputs: ['HOST'] })
    expect(rehearsalOf(plan(), [run(), other])).toMatchObject({ kind: 'same' })
  })

  test('of another page is stale', () => {
    expect(rehearsalOf(plan(), [run({ hash: 'two' })])).toMatchObject({ kind: 'stale' })
  })

  test.each([
    ['another runbook', run({ id: 'else' })],
    ['a live run', run({ live: true })],
    ['a step that failed', run({ status: 'failed', steps: [step('look'), step('change', { status: 'failed' })] })],
    ['a step that could not be checked', run({ steps: [step('look'), step('change', { status: 'not-checkable' })] })],
    ['a step less', run({ steps: [step('look')] })],
    ['the steps of another procedure', run({ steps: [step('look'), step('change', { procedure: 'two' })] })],
  ])('is none: %s', (_, other) => {
    expect(rehearsalOf(plan(), [other])).toEqual({ kind: 'never' })
  })

  test('of a part is one of that part', () => {
    expect(rehearsalOf(plan('one', INPUTS, ['look']), [run({ steps: [step('look')] })])).toMatchObject({ kind: 'same' })
  })

  test('with real tools counts before a later one with emulators', () => {
    const emulated = run({ shell: 'embedded', startedAt: '2026-02-01T00:00:00.000Z' })
    expect(rehearsalOf(plan(), [run(), emulated])).toMatchObject({ run: { shell: 'docker' } })
  })
})
