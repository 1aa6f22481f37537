import type { Rule } from '#check/rule.ts'
import { unusedCapture } from './capture-unused.ts'
import { parameter } from './declaration.ts'
import { exampleDiffers } from './example-differs.ts'
import { literalRegion } from './literal.ts'
import { parameterKind } from './misplaced.ts'
import { byHand } from './not-exported.ts'
import { undeclared } from './undeclared.ts'
import { unusedParameter } from './unused.ts'

export const PARAMETER_RULES: readonly Rule[] = [
  unusedCapture,
  parameter,
  exampleDiffers,
  literalRegion,
  parameterKind,
  byHand,
  undeclared,
  unusedParameter,
]
