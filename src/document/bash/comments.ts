import type { Script } from 'unbash'
import type { BashError, Span } from './model.ts'

/** Comments: a `#` where a word could start, outside every word and heredoc. */
export function commentsOf(text: string, covered: readonly Span[]): Span[] {
  const words = covered.toSorted((a, b) => a.start - b.start)
  const comments: Span[] = []
  let next = 0
  let reach = 0
  for (const match of text.matchAll(/(?<=^|[\s;&|()])#[^\n]*/g)) {
    while (next < words.length && (words[next] as Span).start <= match.index) {
      reach = Math.max(reach, (words[next] as Span).end)
      next += 1
    }
    if (match.index >= reach) comments.push({ start: match.index, end: match.index + match[0].length })
  }
  return comments
}

/** Text after the last statement that is not a comment: the parser drops `(` at the end of `echo (` in silence. */
export function leftoverOf(text: string, script: Script, covered: readonly Span[]): BashError[] {
  const end = Math.max(0, ...script.commands.map((statement) => statement.end), ...reaches(covered))
  const rest = /^(?:[\s;&]|#[^\n]*)*/.exec(text.slice(end))?.[0].length ?? 0
  const start = end + rest
  return start < text.length ? [{ message: `unexpected ${text[start]}`, start, end: start + 1 }] : []
}

function reaches(covered: readonly Span[]): number[] {
  return [covered.reduce((furthest, { end }) => Math.max(furthest, end), 0)]
}
