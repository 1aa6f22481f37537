import { describe, expect, it } from 'vitest'
import type { RunReport, StepReport } from '#schema/report.ts'
import { coverage, evidenceOf, kindOf } from '#site/evidence.ts'

const step = (id: string, part: Partial<StepReport> = {}): StepReport => ({
  id,
  procedure: 'demo',
  title: id,
  status: 'passed',
  evidence: 'emulated',
  file: 'page.md',
  line: 1,
  durationMs: 1,
  effects: [],
  ...part,
})

const run = (steps: StepReport[], part: Partial<RunReport> = {}): RunReport => ({
  id: 'deploy',
  title: 'Deploy',
  file: 'page.md',
  hash: 'now',
  shell: 'embedded',
  live: false,
  status: 'passed',
  startedAt: '2026-11-21T06:57:00Z',
  durationMs: 1,
  inputs: {},
  outputs: {},
  steps,
  checked: [],
  ...part,
})

const page = { id: 'deploy', hash: 'now' }
const kinds = (runs: RunReport[]) => {
  const evidence = evidenceOf(runs, page)
  return evidence && Object.fromEntries([...evidence.badges].map(([id, { kind, stale }]) => [id, { kind, stale }]))
}

describe('the badge of a step', () => {
  it.each([
    ['passed', 'executed', 'executed'],
    ['passed', 'emulated', 'emulated'],
    ['passed', 'none', 'none'],
    ['skipped', 'checked', 'checked'],
    ['skipped', 'emulated', 'none'],
    ['interrupted', 'emulated', 'none'],
    ['failed', 'emulated', 'failed'],
    ['timed-out', 'executed', 'failed'],
    ['not-checkable', 'none', 'not-checkable'],
    ['passed', 'not-checkable', 'not-checkable'],
  ] as const)('of one that %s with %s evidence is %s', (status, evidence, kind) => {
    expect(kindOf({ status, evidence })).toBe(kind)
  })

  it('never shows emulated as executed', () => {
    expect(kinds([run([step('a')])])).toEqual({ a: { kind: 'emulated', stale: false } })
  })

  it('is the strongest of several runs, and a failure wins', () => {
    const docker = run([step('a', { evidence: 'executed' }), step('b', { status: 'failed' })], { shell: 'docker' })
    expect(kinds([run([step('a'), step('b')]), docker])).toEqual({
      a: { kind: 'executed', stale: false },
      b: { kind: 'failed', stale: false },
    })
  })

  it('is stale when the page has another hash, unless a run of this one exists', () => {
    const old = run([step('a', { evidence: 'executed' })], { hash: 'before' })
    expect(kinds([old])).toEqual({ a: { kind: 'executed', stale: true } })
    expect(kinds([old, run([step('a')])])).toEqual({ a: { kind: 'emulated', stale: false } })
  })

  it('is stale when what it was run with has changed, and says so', () => {
    const docker = run([step('a', { evidence: 'executed' })], { world: 'before', shell: 'docker' })
    const now = { ...page, world: 'now' }
    expect(evidenceOf([docker], now)).toMatchObject({ stale: true, changed: 'world' })
    expect(evidenceOf([docker], { ...now, hash: 'other' })).toMatchObject({ stale: true, changed: 'page' })
    expect(evidenceOf([docker], { ...page, world: 'before' })).toMatchObject({ stale: false })
    const fresh = evidenceOf([docker, run([step('a')], { world: 'now' })], now)
    expect(fresh).toMatchObject({ stale: false, runs: [{ world: 'now' }] })
    expect(fresh?.badges.get('a')).toMatchObject({ kind: 'emulated', stale: false })
  })

  it('carries what the step printed', () => {
    expect(evidenceOf([run([step('a', { output: 'done' })])], page)?.badges.get('a')?.output).toBe('done')
  })

  it('ignores live runs and runs of other pages', () => {
    expect(kinds([run([step('a')], { live: true }), run([step('a')], { id: 'other' })])).toBeUndefined()
  })

  it('is counted over the steps of the page, those the run does not know too', () => {
    const evidence = evidenceOf([run([step('a'), step('gone')])], page)
    expect(coverage(['a', 'new'], evidence?.badges ?? new Map())).toEqual([
      { kind: 'emulated', count: 1 },
      { kind: 'none', count: 1 },
    ])
  })
})
