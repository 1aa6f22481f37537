import type { Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Finding } from '#finding/finding.ts'
import { anchorMaker } from './address.ts'
import { buildBlock } from './block.ts'
import { readCode } from './code.ts'
import { nodesOf } from './markdown.ts'
import type { Block, Heading, Link, Prose } from './model.ts'
import { proseOf } from './prose.ts'
import { placeOf, type Source } from './source.ts'

/** What stands below a page's header. */
export interface Content {
  headings: readonly Heading[]
  links: readonly Link[]
  blocks: readonly Block[]
  prose: readonly Prose[]
  findings: readonly Finding[]
  /** Every fence became a block. */
  complete: boolean
}

/** Gathers headings, links, blocks and prose from the Markdown tree, in the order of the page. */
export function readContent(source: Source, root: Root): Content {
  const content = {
    headings: [] as Heading[],
    links: [] as Link[],
    blocks: [] as Block[],
    prose: [] as Prose[],
    findings: [] as Finding[],
    complete: true,
  }
  const anchor = anchorMaker()
  for (const node of nodesOf(root)) {
    const prose = proseOf(source, node)
    if (prose) content.prose.push(prose)
    if (node.type === 'heading') content.headings.push(headingOf(source, node, anchor))
    else if (node.type === 'link' || node.type === 'definition')
      content.links.push({ url: node.url, place: placeOfNode(source, node) })
    else if (node.type === 'code') {
      const { block, findings } = blockOf(source, node, content.headings.at(-1))
      content.findings.push(...findings)
      if (block) content.blocks.push(block)
      else content.complete = false
    }
  }
  return content
}

function blockOf(source: Source, node: Extract<RootContent, { type: 'code' }>, heading: Heading | undefined) {
  const { raw, findings } = readCode(source, node, heading)
  const built = raw ? buildBlock(raw) : { block: undefined, findings: [] }
  return { block: built.block, findings: [...findings, ...built.findings] }
}

function headingOf(
  source: Source,
  node: Extract<RootContent, { type: 'heading' }>,
  anchor: (text: string) => string,
): Heading {
  const text = textOf(node)
  return { depth: node.depth, text, slug: anchor(text), place: placeOfNode(source, node) }
}

const placeOfNode = (source: Source, node: RootContent) =>
  placeOf(source, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)
