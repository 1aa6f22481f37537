import { pageRule } from '#check/rule.ts'
import { isRunbook } from '#document/model.ts'
import { proceduresOf } from '#document/procedure.ts'
import { duplicate, procedureDuplicate } from './duplicate.ts'
import { procedureReferenceUnknown, unknownReferences } from './reference-unknown.ts'
import { procedureSituationUnknown, unknownSituation } from './situation-unknown.ts'
import { procedureStepUnknown, unknownSteps } from './step-unknown.ts'

/** Procedures that name what the page or its system has not, and steps no procedure has. */
export const procedureNames = pageRule(
  [procedureDuplicate, procedureStepUnknown, procedureSituationUnknown, procedureReferenceUnknown],
  ({ page }, { situations }) => {
    if (!isRunbook(page) || !page.header.procedures) return []
    const declared = proceduresOf(page)
    const known = situations?.(page.header.system)
    return declared.flatMap((procedure, index) => [
      ...duplicate(page, procedure, declared.slice(0, index)),
      ...unknownSteps(page, procedure),
      ...unknownSituation(page, procedure, known),
      ...unknownReferences(page, procedure, declared),
    ])
  },
)
