import type { Rule } from '#check/rule.ts'
import { unusedCapture } from './capture-unused.ts'
import { choices } from './choices.ts'
import { differs } from './differs.ts'
import { exampleDiffers } from './example-differs.ts'
import { literalRegion } from './literal.ts'
import { parameterKind } from './misplaced.ts'
import { nameTaken } from './name-taken.ts'
import { byHand } from './not-exported.ts'
import { secretDefault } from './secret-default.ts'
import { secretType } from './secret-type.ts'
import { undeclared } from './undeclared.ts'
import { unusedParameter } from './unused.ts'
import { value } from './value.ts'

export const PARAMETER_RULES: readonly Rule[] = [
  unusedCapture,
  choices,
  differs,
  nameTaken,
  secretDefault,
  secretType,
  value,
  exampleDiffers,
  literalRegion,
  parameterKind,
  byHand,
  undeclared,
  unusedParameter,
]
