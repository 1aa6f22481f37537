import { parseMeta } from '#document/fence-meta.ts'
import type { Block, Page } from '#document/model.ts'

/** Keys whose text is prose, and stays in the language of its page. */
const PROSE = new Set(['manual', 'checked', 'allow', 'title'])

/** The English page with the blocks of the Spanish one, or the reason the two cannot be matched. */
export type Synced = { source: string } | { unmatched: Block }

/** One stretch of lines (from 0, end exclusive) to replace. */
interface Edit {
  from: number
  to: number
  lines: readonly string[]
}

/**
 * Copies every block whose commands, expected text or keys differ from the Spanish
 * page to the English one. Prose and comments that were only translated stay.
 * Both pages must have the same blocks in the same order.
 */
export function syncPage(es: Page, en: Page): Synced {
  const pairs = es.blocks.map((block, index) => ({ block, twin: en.blocks[index] }))
  const lost = pairs.find(({ block, twin }) => !twin || identity(block) !== identity(twin))
  if (lost) return { unmatched: lost.block }
  const extra = en.blocks[es.blocks.length]
  if (extra) return { unmatched: extra }
  const eol = en.source.includes('\r\n') ? '\r\n' : '\n'
  const lines = en.source.split(/\r\n|\n/)
  const edits = pairs.flatMap(({ block, twin }) => (twin ? editsOf({ es, en, block, twin }) : []))
  for (const { from, to, lines: text } of edits.reverse()) lines.splice(from, to - from, ...text)
  return { source: lines.join(eol) }
}

/** What a block is, whatever it says. */
function identity(block: Block): string {
  if (block.kind === 'step') return `step ${block.fence.step}`
  return block.kind === 'file' ? `file ${block.path}` : block.kind
}

interface Pair {
  es: Page
  en: Page
  block: Block
  twin: Block
}

function editsOf({ es, en, block, twin }: Pair): Edit[] {
  const edits: Edit[] = []
  const fence = lineAt(en, twin.place.start.line)
  const wanted = fenceLine(fence, lineAt(es, block.place.start.line))
  if (wanted !== fence) edits.push({ from: twin.place.start.line - 1, to: twin.place.start.line, lines: [wanted] })
  if (withoutComments(block) !== withoutComments(twin)) edits.push(bodyEdit(fence, block, twin))
  return edits
}

const lineAt = (page: Page, line: number) => page.source.split(/\r\n|\n/)[line - 1] ?? ''

/** The Spanish fence with the English indentation and prose. */
function fenceLine(english: string, spanish: string): string {
  const own = splitFence(english)
  const other = splitFence(spanish)
  const prose = new Map(
    parseMeta(own.meta).tokens.flatMap(({ key, start, end }) => (key ? [[key, own.meta.slice(start, end)]] : [])),
  )
  const tokens = parseMeta(other.meta).tokens.map(({ key, start, end }) => {
    const text = other.meta.slice(start, end)
    return key && PROSE.has(key) ? (prose.get(key) ?? text) : text
  })
  return `${own.open}${[other.language, ...tokens].join(' ')}`.trimEnd()
}

function splitFence(line: string): { open: string; language: string; meta: string } {
  const [, open = '', language = '', meta = ''] = /^(.*?[`~]{3,}\s*)(\S*)\s*(.*)$/.exec(line) ?? []
  return { open, language, meta }
}

function bodyEdit(fence: string, block: Block, twin: Block): Edit {
  const indent = /^[\s>]*/.exec(fence)?.[0] ?? ''
  const from = twin.place.start.line
  const count = twin.text === '' ? 0 : twin.text.split('\n').length
  const lines = block.text === '' ? [] : block.text.split('\n').map((line) => `${indent}${line}`.trimEnd())
  return { from, to: from + count, lines }
}

/** The text of a block as bash sees it; other blocks whole. */
function withoutComments(block: Block): string {
  if (block.kind !== 'step' && block.kind !== 'checked') return block.text
  const { comments } = block.script
  const bare = comments.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), block.text)
  return bare.replaceAll(/[ \t]+$/gm, '')
}
