import { type Finding, finding } from '#finding/finding.ts'
import type { BashBlock } from '../page/call.ts'
import { commentsOf, placeOfComment } from '../page/comment.ts'
import type { PageFacts } from '../page/facts.ts'
import type { Rule } from '../rule.ts'

/** What a command prints, told in a comment under it: nothing compares it. One finding a block. */
export const resultInComment: Rule = (facts) => facts.blocks.flatMap((block) => resultOf(facts, block))

function resultOf({ page }: PageFacts, block: BashBlock): Finding[] {
  const starts = new Set(block.script.commands.map(({ end }) => lineAt(block.text, end)))
  const lines = block.text.split('\n')
  const comments = commentsOf(block).filter(({ trailing }) => !trailing)
  const found = comments.find(({ start }) => {
    const line = lineAt(block.text, start)
    return starts.has(line - 1) && isBlank(lines, afterComments(lines, line))
  })
  return found ? [finding('COMMAND_RESULT_IN_COMMENT', placeOfComment(page, block, found), { found: found.text })] : []
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1
const isBlank = (lines: readonly string[], line: number) => (lines[line] ?? '').trim() === ''

function afterComments(lines: readonly string[], from: number): number {
  let line = from
  while (/^\s*#/.test(lines[line] ?? '')) line += 1
  return line
}
