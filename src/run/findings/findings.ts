import type { Definition } from '#finding/define.ts'
import { stepCaptureMissing } from './capture-missing.ts'
import { stepCoverageLow } from './coverage-low.ts'
import { stepEffectDiffers } from './effect-differs.ts'
import { procedureExceptionNeedless } from './exception-needless.ts'
import { stepFailed } from './failed.ts'
import { stepFileDiffers } from './file-differs.ts'
import { stepNotCheckable } from './not-checkable.ts'
import { stepOutputDiffers } from './output-differs.ts'
import { stepTimedOut } from './timed-out.ts'
import { stepVariationFailed } from './variation-failed.ts'

/** What a run may find, under variations too. */
export const RUN_FINDINGS: readonly Definition[] = [
  stepCaptureMissing,
  stepCoverageLow,
  stepEffectDiffers,
  stepFailed,
  stepFileDiffers,
  stepNotCheckable,
  stepOutputDiffers,
  stepTimedOut,
  stepVariationFailed,
  procedureExceptionNeedless,
]
