import { type Runbook, type StepBlock, stepsOf } from '#document/model.ts'
import type { PageProcedure } from '#document/procedure.ts'

export const own = (page: Runbook, { steps }: PageProcedure): StepBlock[] =>
  stepsOf(page).filter(({ fence }) => steps.includes(fence.step))
