import { describe, expect, test } from 'vitest'
import type { Plan, PlannedProcedure } from '#schema/plan.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun, type Selection } from '#script/plan.ts'
import { stepText } from '#script/step-text.ts'
import { loadScript, scriptIds } from '../../src/knowledge/scripts/load.ts'

const scripts = await Promise.all((await scriptIds()).map(loadScript))

/** All that decides what a procedure does: what its shell has, and each file and step to the letter. */
function told({ inputs, items }: PlannedProcedure) {
  const steps = items.map((item) => (item.kind === 'step' ? { ...item, run: stepText(item) } : item))
  return { inputs, items: steps }
}

describe.each(scripts)('$id', (script) => {
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
  const planned = (live: boolean, selection: Selection): Plan => {
    const plan = planRun({ script, inputs, shell: live ? 'host' : 'docker', live, selection })
    if ('problem' in plan) throw new Error(plan.problem)
    return plan
  }
  const verified = planned(false, {})

  test.each(script.procedures)('$id runs for real as a verification runs it', ({ id }) => {
    const [live] = planned(true, { procedure: id }).procedures
    const own = verified.procedures.find(({ procedure }) => procedure.id === id)
    expect(live && told(live)).toEqual(own && told(own))
    expect(live?.items.filter((item) => item.kind === 'step' && (item.skip || item.prepares))).toEqual([])
  })

  test.each(script.procedures)('$id alone is rehearsed as it is among all', ({ id }) => {
    const alone = planned(false, { procedure: id }).procedures.at(-1)
    const own = verified.procedures.find(({ procedure }) => procedure.id === id)
    expect(alone && told(alone)).toEqual(own && told(own))
  })
})
