import { parseBash } from '#document/bash.ts'
import { isPlain, type Page, type Prose } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Grammars } from '../page/facts.ts'
import type { Rule } from '../rule.ts'

/** Headings that share their text: a link to one of them leads to whichever comes first. */
export const duplicateHeading: Rule = ({ page }) => {
  const first = new Map<string, number>()
  return page.headings.flatMap(({ text, place }): Finding[] => {
    const line = first.get(text)
    if (line !== undefined) return [finding('DOCUMENT_HEADING_DUPLICATE', place, { text, line })]
    first.set(text, place.start.line)
    return []
  })
}

/** Commands among the words of a plain document: Markdown may change them, and nothing checks them. */
export const unfenced: Rule = ({ page }, { grammars }) =>
  isPlain(page)
    ? page.prose.filter((prose) => isCommandLine(prose, grammars)).map((prose) => unfencedFinding(prose))
    : []

function unfencedFinding({ kind, place, text }: Prose): Finding {
  const found = lineOf(text).slice(0, 60)
  const where = kind === 'heading' ? { es: 'título', en: 'heading' } : { es: 'párrafo', en: 'paragraph' }
  return finding('DOCUMENT_COMMAND_UNFENCED', place, { found, whereEs: where.es, whereEn: where.en })
}

const lineOf = (text: string) =>
  text
    .replace(/^#+\s*/, '')
    .split('\n')
    .at(-1) as string

/** The whole text, or its last line, is a command that its tool's grammar knows. */
function isCommandLine({ text }: Prose, grammars: Grammars): boolean {
  return [text.replace(/\n[-=]+\s*$/, ''), lineOf(text.replace(/\n[-=]+\s*$/, ''))].some((candidate) => {
    const tool = /^(gcloud|docker)\s+\S/.exec(candidate)?.[1]
    const grammar = tool === undefined ? undefined : grammars[tool]
    if (!grammar) return false
    const script = parseBash(candidate)
    const [command, second] = script.commands
    if (!command || second || script.errors.length > 0) return false
    const match = matchCommand(
      grammar,
      command.args.map(({ value }) => ({ value })),
    )
    return match.path.length > 0 && match.problems.length === 0
  })
}

/** Links within a plain document to headings it does not have. */
export const ownAnchors: Rule = ({ page }) => {
  const anchors = page.headings.map(({ slug }) => slug)
  return page.links.flatMap(({ url, place }): Finding[] => {
    const anchor = url.startsWith('#') ? decoded(url.slice(1)) : undefined
    if (!anchor || anchors.includes(anchor) || hasAnchor(page, anchor)) return []
    const data = { url, anchor, page: page.file, suggestion: suggest(anchor, anchors) }
    return [finding('DOCUMENT_ANCHOR_BROKEN', place, data)]
  })
}

const hasAnchor = ({ source }: Page, anchor: string) =>
  source.includes(`id="${anchor}"`) || source.includes(`name="${anchor}"`)

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
