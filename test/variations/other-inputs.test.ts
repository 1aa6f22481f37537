import { describe, expect, test } from 'vitest'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import { dealVariations } from '#variation/generate.ts'
import { loadScript, scriptIds } from '../../src/knowledge/scripts/load.ts'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { openFixture, runPlan } from '../support/page-run.ts'

const scripts = await Promise.all((await scriptIds()).map(loadScript))

/** Each page as it is dry-run, all its procedures in order, for two readers with other values than its examples. */
const readers = scripts.flatMap((script) =>
  dealVariations({ parameters: script.parameters, changes: [], environments: [], count: 2, seed: 1128 }).map(
    ({ inputs }, index) => ({ name: `${script.id}, reader ${index + 1}`, script, environment: inputs }),
  ),
)

async function dryRun({ script, environment }: (typeof readers)[number], fixture: 'docker' | 'embedded') {
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment }, { live: false })
  const plan = planRun({ script, inputs, shell: fixture, live: false, selection: {} })
  if ('problem' in plan) throw new Error(plan.problem)
  const shell = await openFixture(plan)
  const { report, findings } = await runPlan(plan, shell).finally(() => shell.close())
  return { status: report.status, findings: findings.map(({ message }) => message) }
}

describe('a dry run with other inputs, in the embedded fixture', () => {
  test.each(readers.filter(({ script }) => script.docker === undefined))('$name', async (reader) => {
    expect(await dryRun(reader, 'embedded')).toEqual({ status: 'passed', findings: [] })
  })
})

describe.skipIf(!dockerAvailable)('a dry run with other inputs, in the Docker fixture', { timeout: BUILD_MS }, () => {
  test.each(readers)('$name', async (reader) => {
    expect(await dryRun(reader, 'docker')).toEqual({ status: 'passed', findings: [] })
  })
})
