import { finding } from '#finding/finding.ts'
import { placeOfCall } from '../page/call.ts'
import { isWindowsPath } from '../page/windows-path.ts'
import type { Rule } from '../rule.ts'

/** A path of Windows as a command: bash takes its backslashes away. */
export const backslash: Rule = ({ calls }) =>
  calls
    .filter(({ nameWord }) => isWindowsPath(nameWord.text))
    .map((call) => finding('COMMAND_BACKSLASH', placeOfCall(call), { found: call.nameWord.text, reads: call.name }))
