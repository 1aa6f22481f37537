import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Prose } from './model.ts'
import { placeOf, type Source } from './source.ts'

const KINDS = { heading: 'heading', paragraph: 'paragraph', tableCell: 'cell' } as const

/** What a node of the Markdown tree gives somebody to read, a block aside; undefined for one that only holds others. */
export function proseOf(source: Source, node: RootContent): Prose | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'tableCell') return undefined
  const place = placeOf(source, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
  const text = source.text.slice(place.start.offset, place.end.offset)
  return { kind: KINDS[node.type], text, read: textOf(node, { includeHtml: false }), place }
}
