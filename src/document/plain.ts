import type { Code, Html, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { wholeFile } from '#schema/place.ts'
import { addressOf, anchorMaker } from './address.ts'
import { documentUnreadable } from './findings/document/unreadable.ts'
import { checkCharacters, checkLimits } from './limits.ts'
import { nodesOf, parseMarkdown } from './markdown.ts'
import type { Block, Heading, Link, PlainPage, Prose } from './model.ts'
import { type Allowed, allowanceIn } from './plain-allow.ts'
import { buildPlainBlock } from './plain-block.ts'
import { proseOf } from './prose.ts'
import { placeOf, type Source, sourceOf } from './source.ts'

/** What the text of a plain document says. No page when it cannot be read as Markdown. */
export interface ParsedPlainPage {
  page: PlainPage | undefined
  findings: Finding[]
}

/**
 * Reads a Markdown document that is no page of the knowledge base: without
 * frontmatter or fence metadata. Blocks of any shell, and untagged ones whose
 * every command is in `commands`, are read as steps; blocks of known file
 * formats as files. Pure, and never throws: all that is wrong is in `findings`.
 */
export function parsePlainPage(input: {
  file: string
  source: string
  commands: ReadonlySet<string>
}): ParsedPlainPage {
  const source = sourceOf(input.file, input.source)
  const characters = checkCharacters(source)
  const limit = checkLimits(source)
  if (limit) return { page: undefined, findings: sortFindings([...characters, limit]) }
  const root = readMarkdown(source)
  if (!root) return { page: undefined, findings: [...characters, documentUnreadable.at(wholeFile(source.file))] }
  const content = readPlain(source, root, input.commands)
  const { headings, links, blocks, prose } = content
  const title = headings[0]?.text ?? ''
  const address = addressOf(source.file)
  const page = { file: source.file, ...address, title, source: source.text, headings, links, blocks, prose }
  return { page: { ...page, plain: true }, findings: sortFindings([...characters, ...content.findings]) }
}

function readMarkdown(source: Source): Root | undefined {
  try {
    return parseMarkdown(source.text)
  } catch {
    // The Markdown parser recurses; the limits keep this from happening, but its promises are not ours.
    return undefined
  }
}

interface PlainContent {
  headings: Heading[]
  links: Link[]
  blocks: Block[]
  prose: Prose[]
  findings: Finding[]
}

/** Gathers what a document holds, in order; a block knows the nodes right before it. */
function readPlain(source: Source, root: Root, commands: ReadonlySet<string>): PlainContent {
  const content: PlainContent = { headings: [], links: [], blocks: [], prose: [], findings: [] }
  const anchor = anchorMaker()
  const previous = siblingsOf(root)
  for (const node of nodesOf(root)) {
    const prose = proseOf(source, node)
    if (prose) content.prose.push(prose)
    if (node.type === 'heading') content.headings.push(headingOf(source, node, anchor))
    else if (node.type === 'link' || node.type === 'definition')
      content.links.push({ url: node.url, place: placeOfNode(source, node) })
    else if (node.type === 'code') readBlock({ source, node, previous, commands }, content)
  }
  return content
}

interface CodeNode {
  source: Source
  node: Code
  previous: ReadonlyMap<RootContent, RootContent>
  commands: ReadonlySet<string>
}

function readBlock({ source, node, previous, commands }: CodeNode, content: PlainContent): void {
  const comment = previous.get(node)
  const allowed: Allowed = comment?.type === 'html' ? allowanceOf(source, comment) : {}
  const lead = comment?.type === 'html' ? previous.get(comment) : comment
  const heading = content.headings.at(-1)
  const built = buildPlainBlock(source, node, { heading, commands, named: namedIn(lead), allowed })
  content.findings.push(...built.findings)
  if (built.block) content.blocks.push(built.block)
}

const allowanceOf = (source: Source, node: Html): Allowed => allowanceIn(node.value, placeOfNode(source, node))

/** File names written as code in the words before a block. */
function namedIn(node: RootContent | undefined): string[] {
  if (node?.type !== 'paragraph' && node?.type !== 'heading') return []
  return node.children.flatMap((child) => (child.type === 'inlineCode' ? [child.value] : []))
}

/** The sibling right before each node that has one. */
function siblingsOf(root: Root): Map<RootContent, RootContent> {
  const previous = new Map<RootContent, RootContent>()
  for (const { children } of [root, ...nodesOf(root)].filter((node) => 'children' in node))
    for (const [index, child] of children.entries()) {
      const sibling = children[index - 1]
      if (sibling) previous.set(child, sibling)
    }
  return previous
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
