import { type Document, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import type { Finding } from '#finding/finding.ts'
import { pageHeaderSchema, type RunbookHeader } from '#schema/frontmatter.ts'
import type { Incident } from '#schema/incident.ts'
import type { Place } from '#schema/place.ts'
import { documentFrontmatterDuplicate } from './findings/document/frontmatter-duplicate.ts'
import { documentFrontmatterMissing } from './findings/document/frontmatter-missing.ts'
import { documentFrontmatterSyntax } from './findings/document/frontmatter-syntax.ts'
import { headerFinding } from './header-issue.ts'
import { placeOf, type Source } from './source.ts'

/** What a page's YAML header says. `declared` tells a page that wants to be a runbook, even where its header is wrong. */
export interface Frontmatter {
  title: string
  description: string | undefined
  header: RunbookHeader | undefined
  incident: Incident | undefined
  declared: boolean
  parameterPlaces: ReadonlyMap<string, Place>
  /** Place of the key at a path, or of the nearest part of it there is. */
  placeAt(path: readonly string[]): Place
  findings: readonly Finding[]
}

const MAX_ALIASES = 50

/** Reads the YAML between the `---` lines; `start` and `end` are its offsets in the page. */
export function parseFrontmatter(source: Source, span: { start: number; end: number } | undefined): Frontmatter {
  if (!span) return nothing(source, [documentFrontmatterMissing.at(placeOf(source, 0), { key: 'title' })])
  try {
    return fromYaml(source, span)
  } catch (error) {
    // The YAML library recurses, and refuses alias bombs by throwing.
    const reason = error instanceof Error ? (error.message.split('\n')[0] as string) : 'YAML'
    return nothing(source, [documentFrontmatterSyntax.at(placeOf(source, span.start), { reason })])
  }
}

function fromYaml(source: Source, { start, end }: { start: number; end: number }): Frontmatter {
  // Failsafe reads every scalar as its text: `example: 1.10` is not 1.1.
  const document = parseDocument(source.text.slice(start, end), {
    schema: 'failsafe',
    prettyErrors: false,
    logLevel: 'silent',
  })
  const problems = yamlProblems(source, start, document)
  if (problems.length > 0) return nothing(source, problems)
  const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {}
  const parsed = pageHeaderSchema.safeParse(value)
  const placeAt = (path: readonly string[]) => keyPlace(source, start, document, path)
  const findings = parsed.success ? [] : parsed.error.issues.flatMap((issue) => headerFinding(issue, value, placeAt))
  return {
    title: parsed.data?.title.trim() ?? '',
    description: parsed.data?.description,
    header: parsed.data?.runbook,
    incident: parsed.data?.incident,
    declared: typeof value === 'object' && value !== null && 'runbook' in value,
    parameterPlaces: parameterPlaces(parsed.data?.runbook, placeAt),
    placeAt,
    findings,
  }
}

function parameterPlaces(header: RunbookHeader | undefined, placeAt: Frontmatter['placeAt']): Map<string, Place> {
  const declared = Object.entries(header?.parameters ?? {})
  const places = declared.flatMap(([name, declaration]) => {
    const keys = Object.keys(declaration).map((key) => [`${name}.${key}`, [name, key]] as const)
    return [[name, [name]] as const, ...keys]
  })
  return new Map(places.map(([key, path]) => [key, placeAt(['runbook', 'parameters', ...path])]))
}

function nothing(source: Source, findings: readonly Finding[]): Frontmatter {
  const placeAt = () => placeOf(source, 0)
  return {
    title: '',
    description: undefined,
    header: undefined,
    incident: undefined,
    declared: false,
    parameterPlaces: new Map(),
    placeAt,
    findings,
  }
}

function yamlProblems(source: Source, base: number, document: Document): Finding[] {
  return [...document.errors, ...document.warnings].map(({ code, message, pos }) => {
    const place = placeOf(source, base + pos[0], base + pos[1])
    const key = source.text.slice(base + pos[0]).match(/^[^\s:]*/)?.[0] ?? ''
    return code === 'DUPLICATE_KEY'
      ? documentFrontmatterDuplicate.at(place, { key })
      : documentFrontmatterSyntax.at(place, { reason: message.split('\n')[0] as string })
  })
}

function keyPlace(source: Source, base: number, document: Document, path: readonly string[]): Place {
  let node: unknown = document.contents
  let range: readonly number[] = [0, 0]
  for (const key of path) {
    if (isSeq(node)) {
      node = node.items[Number(key)]
      if (!isNode(node)) break
      range = node.range ?? range
      continue
    }
    const pair = isMap(node) ? (node.items as Pair[]).find((item) => keyText(item.key) === key) : undefined
    if (!pair) break
    range = (pair.key as Node).range ?? range
    node = pair.value
  }
  return placeOf(source, base + (range[0] ?? 0), base + (range[1] ?? 0))
}

const keyText = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined)
