import { expect, test } from 'vitest'
import { besideRehearsal } from '#report/beside-rehearsal.ts'
import type { Effect } from '#schema/effect.ts'
import type { StepReport } from '#schema/report.ts'

const step = (id: string, rest: Partial<StepReport> = {}): StepReport => ({
  id,
  procedure: 'one',
  title: id,
  status: 'passed',
  evidence: 'executed',
  file: 'demo.md',
  line: 1,
  durationMs: 100,
  effects: [],
  ...rest,
})

const push: Effect = { verb: 'create', kind: 'docker.image', name: 'web:1.2' }
const deploy: Effect = { verb: 'update', kind: 'run.service', name: 'web' }
const look: Effect = { verb: 'read', kind: 'run.service', name: 'web' }

const rehearsal = {
  steps: [
    step('push', { effects: [push] }),
    step('deploy', { effects: [deploy, look], durationMs: 2000 }),
    step('check', { effects: [look] }),
  ],
  outputs: { URL: 'https://web.example.com', VERSION: '1.2' },
}

test('each change of the rehearsal, and whether its steps passed here', () => {
  const failed = step('deploy', { status: 'failed' })
  const live = { steps: [step('push'), failed, step('check', { status: 'skipped' })], outputs: {}, durationMs: 5000 }
  const { effects, notPassed, took } = besideRehearsal(live, rehearsal)
  expect(effects).toEqual([
    { effect: push, steps: ['push'], done: true },
    { effect: deploy, steps: ['deploy'], done: false },
  ])
  expect(notPassed.map(({ id, status }) => [id, status])).toEqual([
    ['deploy', 'failed'],
    ['check', 'skipped'],
  ])
  expect(took).toEqual({ here: 5000, there: 2200 })
})

test('what an earlier part of the run did, or a person says is done, is done', () => {
  const steps = [
    step('push', { status: 'skipped', reason: 'finished' }),
    step('deploy', { status: 'failed', decided: 'finished' }),
    step('check'),
  ]
  const { effects, notPassed } = besideRehearsal({ steps, outputs: {}, durationMs: 1 }, rehearsal)
  expect(effects.every(({ done }) => done)).toBe(true)
  expect(notPassed).toEqual([])
  const skipped = [step('push'), step('deploy', { status: 'failed', decided: 'skipped' }), step('check')]
  expect(besideRehearsal({ steps: skipped, outputs: {}, durationMs: 1 }, rehearsal).notPassed).toHaveLength(1)
})

test('outputs of another value, and steps that took much longer', () => {
  const steps = [step('push', { durationMs: 9000 }), step('deploy', { durationMs: 13_000 }), step('check')]
  const live = { steps, outputs: { URL: 'https://other.example.com', VERSION: '1.2', NEW: 'x' }, durationMs: 1 }
  const { outputs, slower } = besideRehearsal(live, rehearsal)
  expect(outputs).toEqual([{ name: 'URL', here: 'https://other.example.com', there: 'https://web.example.com' }])
  expect(slower).toEqual([{ id: 'deploy', here: 13_000, there: 2000 }])
})
