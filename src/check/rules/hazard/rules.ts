import type { Rule } from '#check/rule.ts'
import { blindCheck } from './blind-check.ts'
import { broadDelete } from './broad-delete.ts'
import { bypass } from './bypass.ts'
import { comparedWithItself } from './compared-with-itself.ts'
import { curlErrors } from './curl-ignores-errors.ts'
import { curlLimit } from './curl-no-limit.ts'
import { exposure } from './deployment/exposure.ts'
import { platform } from './deployment/platform-unstated.ts'
import { unpinnedImage } from './deployment/unpinned-image.ts'
import { effect } from './effect-undeclared.ts'
import { sourcedEnv } from './env-sourced.ts'
import { secretAltered } from './secret/altered.ts'
import { secretArgument } from './secret/argument.ts'
import { secretCopied } from './secret/copied.ts'
import { secretLiteral } from './secret/literal.ts'
import { secretPrinted } from './secret/printed.ts'
import { shellState } from './shell-state.ts'
import { statusJoined } from './status-joined.ts'
import { lostStatus } from './status-lost.ts'
import { toolCheck } from './tool-check.ts'
import { interactive } from './waiting/interactive.ts'
import { argumentLoop } from './waiting/loop-endless.ts'
import { hang } from './waiting/never-returns.ts'
import { stillRunning } from './waiting/still-running.ts'

export const HAZARD_RULES: readonly Rule[] = [
  blindCheck,
  broadDelete,
  bypass,
  comparedWithItself,
  curlErrors,
  statusJoined,
  curlLimit,
  exposure,
  platform,
  unpinnedImage,
  effect,
  sourcedEnv,
  secretAltered,
  secretArgument,
  secretCopied,
  secretLiteral,
  secretPrinted,
  shellState,
  lostStatus,
  toolCheck,
  interactive,
  argumentLoop,
  hang,
  stillRunning,
]
