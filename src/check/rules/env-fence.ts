import { finding } from '#finding/finding.ts'
import type { BashBlock } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Blocks of plain documents that are a file of variables and no commands. */
export const envFence: Rule = ({ blocks }) =>
  blocks.filter(isEnv).map((block) => finding('FENCE_LANGUAGE_ENV', block.place))

function isEnv({ script }: BashBlock): boolean {
  const { commands, reads } = script
  return (
    commands.length > 1 &&
    reads.length === 0 &&
    commands.every(({ name, assignments }) => !name && assignments.length === 1)
  )
}
