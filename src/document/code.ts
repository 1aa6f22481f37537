import type { Code } from 'mdast'
import type { Finding } from '#finding/finding.ts'
import type { RawBlock } from './block.ts'
import { bodyOf } from './body.ts'
import { parseFence } from './fence.ts'
import { documentIndentedCode } from './findings/document/indented-code.ts'
import { fenceUnclosed } from './findings/fence/unclosed.ts'
import type { Heading } from './model.ts'
import { lineOf, placeOf, pointOf, type Source } from './source.ts'

/** A code node of the Markdown tree as a block to be, or as the findings it is. */
export function readCode(
  source: Source,
  node: Code,
  heading: Heading | undefined,
): { raw: RawBlock | undefined; findings: Finding[] } {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const opening = openingOf(source, start)
  if (!opening) return { raw: undefined, findings: [documentIndentedCode.at(placeOf(source, start, end))] }
  const place = placeOf(source, start, opening.end)
  const closed = closes(source, opening.marks, { start, end }) && !swallows(node.value, opening.marks)
  const unclosed = closed ? [] : [fenceUnclosed.at(place, { fence: opening.marks })]
  const fence = parseFence({
    language: opening.language,
    meta: opening.meta,
    placeAt: (from, to) => placeOf(source, opening.metaStart + from, opening.metaStart + to),
  })
  const body = bodyOf(source, node.value, place.start.line + 1)
  const { languageStart, language } = opening
  const languagePlace = placeOf(source, languageStart, languageStart + language.length)
  return { raw: { fence, body, place, languagePlace, heading }, findings: unclosed }
}

function openingOf(source: Source, start: number) {
  const { start: lineStart, text } = lineOf(source, pointOf(source, start).line)
  const match = /^(`{3,}|~{3,})([ \t]*)(\S*)([ \t]*)(.*?)[ \t]*$/u.exec(text.slice(start - lineStart))
  if (!match) return undefined
  const [, marks = '', gap = '', language = '', space = '', meta = ''] = match
  const languageStart = start + marks.length + gap.length
  const metaStart = languageStart + language.length + space.length
  return { marks, language, languageStart, meta, metaStart, end: metaStart + meta.length }
}

/** CommonMark closes an open fence in silence where its container or the page ends. */
function closes(source: Source, marks: string, { start, end }: { start: number; end: number }): boolean {
  const last = pointOf(source, end)
  if (last.line === pointOf(source, start).line) return false
  const closing = /(`{3,}|~{3,})[ \t]*$/.exec(lineOf(source, last.line).text.slice(0, last.column - 1))?.[1]
  return closing?.startsWith(marks) ?? false
}

/**
 * Without its closing line, a fence goes on to that of the next block, whose opening
 * then stands inside. A fence that shows another one on purpose has longer marks.
 */
function swallows(text: string, marks: string): boolean {
  return text.split('\n').some((line) => {
    const inner = /^ {0,3}(`{3,}|~{3,})[ \t]*[^\s`~]/.exec(line)?.[1]
    return inner?.startsWith(marks) ?? false
  })
}
