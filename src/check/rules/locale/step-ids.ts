import { type Runbook, stepsOf } from '#document/model.ts'

/** The ids of the steps of a page, in order. */
export const stepIdsOf = (page: Runbook): string[] => stepsOf(page).map(({ fence }) => fence.step)
