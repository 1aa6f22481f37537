import type { PlanItem, PlannedProcedure } from '#schema/plan.ts'
import type { Procedure } from '#schema/procedure.ts'
import type { RunbookScript } from '#schema/script.ts'

/** A procedure of all steps of some items. */
export const procedureOf = (items: RunbookScript['items'], rest: Partial<Procedure> = {}): Procedure => ({
  id: 'demo',
  title: { es: 'Demo', en: 'Demo' },
  when: { es: 'Siempre', en: 'Always' },
  steps: items.flatMap((item) => (item.kind === 'step' ? [item.id] : [])),
  ...rest,
})

/** All of some items, planned as one procedure. */
export const plannedAs = (items: readonly PlanItem[], inputs: PlannedProcedure['inputs'] = {}): PlannedProcedure => ({
  procedure: procedureOf(items),
  inputs,
  items,
})
