import type { Block, Page } from '#document/model.ts'
import { placeIn } from '#document/model.ts'
import { syncEdits } from '#document/sync.ts'
import { type Finding, finding } from '#finding/finding.ts'

interface Pair {
  en: Page
  es: Page
  here: Block
  there: Block
}

/** One block of the English page against the Spanish one in its stead. */
export function blockFindings(pair: Pair): Finding[] {
  const found = [...keyFindings(pair), ...textFindings(pair)]
  if (found.length === 0) return []
  const { es, en, here, there } = pair
  const edits = syncEdits({ es, en, block: there, twin: here })
  return found.map((one) => (edits.length > 0 ? { ...one, fix: { edits } } : one))
}

/** Keys whose values are prose. */
const PROSE = new Set(['manual', 'allow'])

function keyFindings({ en, es, here, there }: Pair): Finding[] {
  const [found, expected] = [keysOf(here), keysOf(there)]
  return [...new Set([...Object.keys(found), ...Object.keys(expected)])]
    .filter((key) => found[key] !== expected[key])
    .map((key) => {
      const place = (here.kind === 'step' ? here.keys.get(key) : undefined) ?? { ...here.place, file: en.file }
      return finding('LOCALE_FENCE_DIFFERS', place, {
        key,
        found: found[key] ?? '-',
        expected: expected[key] ?? '-',
        other: es.file,
      })
    })
}

function keysOf(block: Block): Record<string, string> {
  if (block.kind === 'expect') return { expect: block.expectation.mode, path: block.expectation.path ?? '-' }
  if (block.kind !== 'step') return {}
  const entries = Object.entries(block.fence).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([key, value]) => [key, PROSE.has(key) ? '…' : String(value)]))
}

/** A line that counts, and where it starts in the block's text. */
interface Line {
  text: string
  start: number
}

function textFindings({ en, es, here, there }: Pair): Finding[] {
  const [found, expected] = [linesOf(here), linesOf(there)]
  const count = Math.max(found.length, expected.length)
  for (let index = 0; index < count; index += 1) {
    const [line, other] = [found[index], expected[index]]
    if (line?.text === other?.text) continue
    const start = line?.start ?? here.text.length
    const place = placeIn(en, here, start, start + (line?.text.length ?? 0))
    return [
      finding('LOCALE_TEXT_DIFFERS', place, { found: line?.text ?? '-', expected: other?.text ?? '-', other: es.file }),
    ]
  }
  return []
}

/** The lines of a block without comments, which may be translated. Expected output has none. */
function linesOf(block: Block): Line[] {
  const text = withoutComments(block)
  let start = 0
  const lines: Line[] = []
  for (const line of text.split('\n')) {
    const indent = line.length - line.trimStart().length
    if (line.trim() !== '') lines.push({ text: line.trimEnd(), start: start + indent })
    start += line.length + 1
  }
  return lines
}

function withoutComments(block: Block): string {
  if (block.kind === 'step' || block.kind === 'checked') {
    return block.script.comments.reduceRight(
      (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      block.text,
    )
  }
  return block.kind === 'file'
    ? block.text.replaceAll(/^[ \t]*(?:#|\/\/)[^\n]*/gm, (comment) => ' '.repeat(comment.length))
    : block.text
}
