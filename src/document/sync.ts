import { applyEdits, type Edit } from '#finding/fix.ts'
import { parseMeta } from './fence-meta.ts'
import type { Block, Page } from './model.ts'
import { lineOf, placeOf, type Source, sourceOf } from './source.ts'

/** Keys whose text is prose, and stays in the language of its page. */
const PROSE = new Set(['manual', 'checked', 'allow', 'title'])

/** The English page with the blocks of the Spanish one, or the reason the two cannot be matched. */
export type Synced = { source: string } | { unmatched: Block }

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
  const edits = pairs.flatMap(({ block, twin }) => (twin ? syncEdits({ es, en, block, twin }) : []))
  return { source: applyEdits(en.source, edits) }
}

/** What a block is, whatever it says. */
function identity(block: Block): string {
  if (block.kind === 'step') return `step ${block.fence.step}`
  return block.kind === 'file' ? `file ${block.path}` : block.kind
}

/** A Spanish block, and the English one in its stead. */
export interface SyncedBlock {
  es: Page
  en: Page
  block: Block
  twin: Block
}

/** What makes the English block of a pair like the Spanish one; nothing where only prose and comments differ. */
export function syncEdits({ es, en, block, twin }: SyncedBlock): Edit[] {
  const source = sourceOf(en.file, en.source)
  const fence = lineOf(source, twin.place.start.line)
  const wanted = fenceLine(fence.text, lineOf(sourceOf(es.file, es.source), block.place.start.line).text)
  const place = placeOf(source, fence.start, fence.start + fence.text.length)
  return [
    ...(wanted === fence.text ? [] : [{ place, text: wanted }]),
    ...(withoutComments(block) === withoutComments(twin) ? [] : [bodyEdit(source, { fence: fence.text, block, twin })]),
  ]
}

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

interface Body {
  /** The opening line of the English block. */
  fence: string
  block: Block
  twin: Block
}

/** All lines of the English body, with their endings, by those of the Spanish one. */
function bodyEdit(source: Source, { fence, block, twin }: Body): Edit {
  const indent = /^[\s>]*/.exec(fence)?.[0] ?? ''
  const eol = source.text.includes('\r\n') ? '\r\n' : '\n'
  const first = twin.place.start.line + 1
  const count = twin.text === '' ? 0 : twin.text.split('\n').length
  const lines = block.text === '' ? [] : block.text.split('\n').map((line) => `${indent}${line}`.trimEnd())
  const place = placeOf(source, lineOf(source, first).start, lineOf(source, first + count).start)
  return { place, text: lines.map((line) => `${line}${eol}`).join('') }
}

/** The text of a block as bash sees it; other blocks whole. */
function withoutComments(block: Block): string {
  if (block.kind !== 'step' && block.kind !== 'checked') return block.text
  const { comments } = block.script
  const bare = comments.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), block.text)
  return bare.replaceAll(/[ \t]+$/gm, '')
}
