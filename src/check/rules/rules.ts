import type { Rule } from '../rule.ts'
import { COMMAND_RULES } from './command/rules.ts'
import { DOCUMENT_RULES } from './document/rules.ts'
import { FENCE_RULES } from './fence/rules.ts'
import { FILE_RULES } from './file/rules.ts'
import { HAZARD_RULES } from './hazard/rules.ts'
import { INCIDENT_RULES } from './incident/rules.ts'
import { LOCALE_RULES } from './locale/rules.ts'
import { NAME_RULES } from './name/rules.ts'
import { PARAMETER_RULES } from './parameter/rules.ts'
import { PROCEDURE_RULES } from './procedure/rules.ts'
import { STEP_RULES } from './step/rules.ts'

/** Every rule there is. */
export const RULES: readonly Rule[] = [
  ...COMMAND_RULES,
  ...DOCUMENT_RULES,
  ...FENCE_RULES,
  ...FILE_RULES,
  ...HAZARD_RULES,
  ...INCIDENT_RULES,
  ...LOCALE_RULES,
  ...NAME_RULES,
  ...PARAMETER_RULES,
  ...PROCEDURE_RULES,
  ...STEP_RULES,
]
