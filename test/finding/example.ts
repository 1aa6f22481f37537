import { check } from '#check/check.ts'
import { shownCompose } from '#check/files/compose/refusal.ts'
import { inPlainPage } from '#check/plain.ts'
import { readDiagram } from '#document/diagram/read.ts'
import type { Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import { parsePlainPage } from '#document/plain.ts'
import type { ExampleKind } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { composeRefusals } from '#fixture/docker/compose-config.ts'
import { LONE_MODEL } from '#service/findings/example.ts'
import { readExperiment } from '#service/manifest/read.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { coverageFindings, coverageOf } from '../../src/knowledge/evidence/coverage.ts'
import { outlineOf } from '../../src/knowledge/outline.ts'
import { staleIn } from '../../src/knowledge/reference/outdated.ts'
import { referencePages } from '../../src/knowledge/reference/page.ts'
import { expectedScripts, scriptDrift } from '../../src/knowledge/scripts/outdated.ts'
import { shippedPages } from '../faults/pages.ts'
import { builtImage } from '../support/docker.ts'
import { runPages } from '../support/page-run.ts'
import { varyPages } from '../support/vary.ts'
import { expand, PAGE, parts, runbook, sourcesOf, surroundings } from './example-pages.ts'

/** The codes found in an example, as its kind is read: as blocks of a runbook if nothing else is said. */
export async function codesIn(example: string, of: ExampleKind = 'blocks'): Promise<string[]> {
  const text = expand(example)
  switch (of) {
    case 'blocks':
    case 'page':
    case 'parameters':
    case 'procedures':
    case 'card':
    case 'incident':
      return codesAlone(sourcesOf(text, of))
    case 'pages':
    case 'twins':
      return codesOf(sourcesOf(text, of))
    case 'plain':
      return plain(text)
    case 'run':
      return runCodes(text)
    case 'variations':
      return variations(text)
    case 'scripts':
      return scripts(text)
    case 'reference':
      return reference(text)
    case 'compose':
      return compose(text)
    case 'coverage':
      return coverage(text)
    case 'manifest':
      return manifest(text)
    case 'diagram':
      return readDiagram({ file: 'content/diagrams/shop.yaml', source: text }).findings.map(({ code }) => code)
  }
}

/** What the rules find in blocks of a runbook, or in a plain document. */
export function findingsIn(example: string, of: 'blocks' | 'plain'): Finding[] {
  const text = expand(example)
  return of === 'plain' ? plainFindings(text) : findingsOf(sourcesOf(text, of))
}

const codesOf = (sources: Readonly<Record<string, string>>): string[] => findingsOf(sources).map(({ code }) => code)

function findingsOf(sources: Readonly<Record<string, string>>): Finding[] {
  const parsed = Object.entries(sources).map(([file, source]) => parsePage({ file, source }))
  const pages = parsed.flatMap(({ page }): Page[] => (page ? [page] : []))
  return [...parsed.flatMap(({ findings }) => findings), ...check(pages, surroundings)]
}

/** One page of a knowledge base, whose twin is another matter. */
const codesAlone = (sources: Readonly<Record<string, string>>) =>
  codesOf(sources).filter((code) => code !== 'LOCALE_TWIN_MISSING')

/** A runbook under every variation of the small world. */
async function variations(text: string): Promise<string[]> {
  const [except = '', blocks = ''] = text.includes('=====') ? parts(text) : ['', text]
  const page = runbook(blocks).replace('system: carblau\n', `system: small\n${except.replaceAll(/^(?=.)/gm, '  ')}`)
  const sources = new Map([[PAGE, page]])
  const { findings } = await varyPages({ sources, id: 'page', directory: 'test/variation/worlds/small' })
  return findings.map(({ code }) => code)
}

const plain = (source: string): string[] => plainFindings(source).map(({ code }) => code)

function plainFindings(source: string): Finding[] {
  const { page, findings } = parsePlainPage({ file: 'a.md', source, commands: KNOWN_PROGRAMS })
  return [...inPlainPage(findings), ...(page ? check([page], surroundings) : [])]
}

async function runCodes(text: string): Promise<string[]> {
  const sources = new Map([[PAGE, runbook(text)]])
  const { findings } = await runPages({ sources, id: 'page', fixture: 'embedded' })
  return findings.map(({ code }) => code)
}

/** A page in place of one of the reference; `pnpm generate` leaves them as they are. */
async function reference(text: string): Promise<string[]> {
  const [page] = referencePages()
  if (!page) return []
  const found = text.trim() === 'pnpm generate' ? page.text : text
  return staleIn([page], () => Promise.resolve(found)).then((stale) => stale.map(({ finding }) => finding.code))
}

/** What the real Compose refuses, once nothing else is wrong. Needs an engine. */
async function compose(text: string): Promise<string[]> {
  const file = PAGE
  const { page } = parsePage({ file, source: runbook(text) })
  const shown = page ? shownCompose(page) : []
  const reasons = await composeRefusals(shown, { image: builtImage(), signal: new AbortController().signal })
  const refused = shown.filter((_, index) => reasons[index] !== undefined).map(() => 'FILE_COMPOSE_REFUSED')
  return [...codesAlone({ [file]: runbook(text) }), ...refused]
}

/** A manifest beside the one model of the examples. */
function manifest(text: string): string[] {
  const fileBeside = (path: string) => (path === 'model.json' ? LONE_MODEL : undefined)
  const read = readExperiment({ file: 'experiment_manifest.json', text, fileBeside })
  return Array.isArray(read) ? read.map(({ code }) => code) : []
}

/** All that runs counts as run by real tools, and all is to be run. */
async function coverage(text: string): Promise<string[]> {
  const file = PAGE
  const { page } = parsePage({ file, source: runbook(text) })
  const { report } = await runPages({ sources: new Map([[file, runbook(text)]]), id: 'page', fixture: 'embedded' })
  const runs = [{ ...report, steps: report.steps.map((step) => ({ ...step, evidence: 'executed' as const })) }]
  const outlines = page ? [outlineOf(page)] : []
  return coverageFindings(coverageOf({ outlines, runs, locale: 'es', required: 100 }), 'es').map(({ code }) => code)
}

/** A page of the example beside the scripts there are; `pnpm generate` leaves the shipped pages as they are. */
async function scripts(text: string): Promise<string[]> {
  const sources =
    text.trim() === 'pnpm generate' ? shippedPages() : new Map([['content/docs/runbooks/cloud-run-deploy.md', text]])
  const pages = [...sources].flatMap(([file, source]) => parsePage({ file, source }).page ?? [])
  const drift = await scriptDrift(expectedScripts(pages), [...sources.keys()])
  return drift.map(({ finding }) => finding.code)
}
