import type { Root, Yaml } from 'mdast'
import { type Finding, sortFindings } from '#finding/finding.ts'
import type { Card } from '#schema/card.ts'
import type { RunbookHeader } from '#schema/frontmatter.ts'
import { wholeFile } from '#schema/place.ts'
import { addressOf } from './address.ts'
import { type Content, readContent } from './content.ts'
import { documentFrontmatterUnclosed } from './findings/document/frontmatter-unclosed.ts'
import { documentIdDiffers } from './findings/document/id-differs.ts'
import { documentUnreadable } from './findings/document/unreadable.ts'
import { type Frontmatter, parseFrontmatter } from './frontmatter.ts'
import { checkCharacters, checkLimits } from './limits.ts'
import { parseMarkdown } from './markdown.ts'
import type { Link, Page, Runbook } from './model.ts'
import { relateBlocks, stepFindings } from './relation.ts'
import { placeOf, type Source, sourceOf } from './source.ts'

/** What a page's text says. No page when a finding keeps it from being understood as a whole. */
export interface ParsedPage {
  page: Page | Runbook | undefined
  findings: Finding[]
}

/**
 * Reads a page: its header, headings, links and blocks, each with its exact
 * position. `file` is relative to the project's root; it also tells the
 * locale. Pure, and never throws: all that is wrong is in `findings`, sorted.
 */
export function parsePage(input: { file: string; source: string }): ParsedPage {
  const source = sourceOf(input.file, input.source)
  const characters = checkCharacters(source)
  const limit = checkLimits(source)
  if (limit) return { page: undefined, findings: sortFindings([...characters, limit]) }
  const root = readMarkdown(source)
  if (!root) return { page: undefined, findings: [...characters, documentUnreadable.at(wholeFile(source.file))] }
  const { page, findings } = readRoot(source, root)
  return { page, findings: sortFindings([...characters, ...findings]) }
}

function readMarkdown(source: Source): Root | undefined {
  try {
    return parseMarkdown(source.text)
  } catch {
    // The Markdown parser recurses; the limits keep this from happening, but its promises are not ours.
    return undefined
  }
}

function readRoot(source: Source, root: Root): ParsedPage {
  const frontmatter = readFrontmatter(source, root)
  const content = readContent(source, root)
  const related = relateBlocks(content.blocks)
  const page = pageOf(source, frontmatter, { ...content, blocks: related.blocks })
  const findings = [
    ...frontmatter.findings,
    ...content.findings,
    ...related.findings,
    ...stepFindings(content.blocks, frontmatter.declared),
    ...idFindings(page, frontmatter),
  ]
  const whole = frontmatter.findings.length === 0 && content.complete
  return { page: whole ? page : undefined, findings }
}

function readFrontmatter(source: Source, root: Root): Frontmatter {
  const node = root.children[0]
  if (node?.type === 'yaml') return parseFrontmatter(source, yamlSpan(source, node))
  const frontmatter = parseFrontmatter(source, undefined)
  if (!/^---[ \t]*[\r\n]/.test(source.text)) return frontmatter
  return { ...frontmatter, findings: [documentFrontmatterUnclosed.at(placeOf(source, 0, 3))] }
}

/** The text between the `---` lines, which are lines 1 and the node's last. */
function yamlSpan(source: Source, node: Yaml): { start: number; end: number } {
  const last = node.position?.end.line ?? 1
  return { start: source.lineStarts[1] ?? source.text.length, end: source.lineStarts[last - 1] ?? source.text.length }
}

function pageOf(
  source: Source,
  { title, description, header, incident, parameterPlaces, placeAt }: Frontmatter,
  content: Content,
): Page | Runbook {
  const { headings, blocks, prose } = content
  const links = [...content.links, ...(header ? cardLinks(header, { source, placeAt }) : [])]
  const page: Page = {
    file: source.file,
    ...addressOf(source.file),
    title,
    ...(description && { description }),
    source: source.text,
    headings,
    links,
    blocks,
    prose,
    ...(incident && { incident, placeAt }),
  }
  return header ? { ...page, header, parameterPlaces, placeAt } : page
}

/** The runbooks a header sends its reader to, as links to their pages. */
function cardLinks(header: RunbookHeader, { source, placeAt }: { source: Source; placeAt: Frontmatter['placeAt'] }) {
  const prefix = addressOf(source.file).locale === 'en' ? '/en' : ''
  const linksIn = (instead: Card['instead'] = [], ...path: readonly string[]): Link[] =>
    instead.flatMap(({ use }, index) =>
      use === undefined
        ? []
        : [
            {
              url: `${prefix}/runbooks/${use}/`,
              place: placeAt(['runbook', ...path, 'instead', String(index), 'use']),
            },
          ],
    )
  const own = (header.procedures ?? []).flatMap(({ instead }, at) => linksIn(instead, 'procedures', String(at)))
  return [...linksIn(header.instead), ...own]
}

function idFindings(page: Page | Runbook, { header, placeAt }: Frontmatter): Finding[] {
  const expected = page.slug.slice(page.slug.lastIndexOf('/') + 1)
  if (!header || header.id === expected || !page.slug.includes('/')) return []
  return [documentIdDiffers.at(placeAt(['runbook', 'id']), { found: header.id, expected })]
}
