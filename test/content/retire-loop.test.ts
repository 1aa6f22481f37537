import { expect, test } from 'vitest'
import type { Shell } from '#schema/shell.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import { loadScript } from '../../src/knowledge/scripts/load.ts'
import { openFixture, runPlan } from '../support/page-run.ts'

const script = await loadScript('charaforge-image-worker')

/** The retire procedure, as somebody runs it who finds the worker starting itself. */
const procedures = script.procedures.flatMap(({ after: _, ...one }) =>
  one.id === 'retire' ? [{ ...one, situation: 'loop' }] : [],
)
const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
const plan = planRun({ script: { ...script, procedures }, inputs, shell: 'embedded', live: false, selection: {} })
if ('problem' in plan) throw new Error(plan.problem)

/** Objects in the bucket now, and two minutes later. */
async function objects(shell: Shell): Promise<number[]> {
  const list = `gcloud storage ls 'gs://${inputs.UPLOADS_BUCKET?.value}/**' | wc -l`
  const request = { timeoutMs: 600_000, signal: new AbortController().signal, onOutput: () => {} }
  const { stdout } = await shell.run({ ...request, text: `${list}; sleep 120; ${list}` })
  return stdout.trim().split(/\s+/).map(Number)
}

test('a worker without its guard starts itself', async () => {
  const shell = await openFixture(plan)
  await shell.begin({ procedure: 'retire', situation: 'loop', inputs: {} })
  const [now = 0, later = 0] = await objects(shell)
  await shell.close()
  expect(later).toBeGreaterThan(now)
})

test('the retire procedure stops it', async () => {
  const shell = await openFixture(plan)
  const { report } = await runPlan(plan, shell)
  const [now = 0, later] = await objects(shell)
  await shell.close()
  expect(report.steps.map(({ id, status }) => `${id} ${status}`)).toEqual(
    procedures[0]?.steps.map((id) => `${id} passed`),
  )
  expect(now).toBeGreaterThan(0)
  expect(later).toBe(now)
})
