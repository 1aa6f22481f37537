import type { BashBlock } from '#check/page/call.ts'
import { commentsOf, placeOfComment } from '#check/page/comment.ts'
import type { PageFacts } from '#check/page/facts.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const commandResultInComment = defineFinding({
  code: 'COMMAND_RESULT_IN_COMMENT',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'El resultado está en un comentario, «{found}», y nadie lo compara.',
    hint: 'Llévalo a un bloque text expect=contains tras el paso.',
    why: 'Un resultado en un comentario no se compara con nada: envejece sin que nadie lo note.',
  },
  en: {
    message: 'The result stands in a comment, `{found}`, and nothing compares it.',
    hint: 'Move it to a block text expect=contains after the step.',
    why: 'A result in a comment is compared with nothing: it grows old unnoticed.',
  },
  wrong: ['```bash step=greet effect=read', 'echo hola', '# Esperado: hola', '```'],
  right: ['```bash step=greet effect=read', 'echo hola', '```', '', '```text expect=whole', 'hola', '```'],
})

/** What a command prints, told in a comment under it: nothing compares it. One finding a block. */
export const resultInComment = pageRule([commandResultInComment], (facts) =>
  facts.blocks.flatMap((block) => resultOf(facts, block)),
)

function resultOf({ page }: PageFacts, block: BashBlock): Finding[] {
  const starts = new Set(block.script.commands.map(({ end }) => lineAt(block.text, end)))
  const lines = block.text.split('\n')
  const comments = commentsOf(block).filter(({ trailing }) => !trailing)
  const found = comments.find(({ start }) => {
    const line = lineAt(block.text, start)
    return starts.has(line - 1) && isBlank(lines, afterComments(lines, line))
  })
  return found ? [commandResultInComment.at(placeOfComment(page, block, found), { found: found.text })] : []
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1
const isBlank = (lines: readonly string[], line: number) => (lines[line] ?? '').trim() === ''

function afterComments(lines: readonly string[], from: number): number {
  let line = from
  while (/^\s*#/.test(lines[line] ?? '')) line += 1
  return line
}
