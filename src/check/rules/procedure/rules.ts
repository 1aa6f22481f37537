import type { Rule } from '#check/rule.ts'
import { CARD_RULES } from './card/rules.ts'
import { checkWithoutUndo } from './check-without-undo.ts'
import { unknownException } from './exception-unknown.ts'
import { procedureNames } from './names.ts'
import { stepOutside } from './step-outside.ts'
import { procedureUndo } from './undo-missing.ts'
import { variablesMade } from './variable.ts'

export const PROCEDURE_RULES: readonly Rule[] = [
  checkWithoutUndo,
  unknownException,
  procedureNames,
  stepOutside,
  procedureUndo,
  variablesMade,
  ...CARD_RULES,
]
