import { reportFinding } from '#catalogue/catalogue.ts'
import { checkPages } from '#check/check-pages.ts'
import { checkSite } from '#check/check-site.ts'
import { siteOf } from '#check/page/site.ts'
import type { Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import type { Finding } from '#finding/finding.ts'
import type { FindingReport } from '#schema/finding.ts'
import { addressFile } from '../../src/knowledge/pages.ts'
import { surroundings } from '../../src/knowledge/pipeline/surroundings.ts'
import { expectedScripts, scriptDrift } from '../../src/knowledge/scripts/outdated.ts'
import { runPages } from '../support/page-run.ts'

/** What the static checks find in pages given by file. What was found in a page and its translation is kept: most are the same each time. */
export async function findStatically(sources: ReadonlyMap<string, string>): Promise<FindingReport[]> {
  const groups = Map.groupBy(sources, ([file]) => addressFile(file))
  const read = await Promise.all([...groups.values()].map(readOnce))
  const pages = read.flatMap((one) => one.pages)
  const site = checkSite(siteOf(pages), await surroundings(pages))
  return [...read.flatMap(({ findings }) => findings), ...site].map((finding) => reportFinding(finding, 'en'))
}

interface Read {
  pages: readonly Page[]
  findings: readonly Finding[]
}

const known = new Map<string, Promise<Read>>()

function readOnce(sources: readonly (readonly [string, string])[]): Promise<Read> {
  const key = JSON.stringify(sources)
  const read = known.get(key) ?? readNow(sources)
  known.set(key, read)
  return read
}

async function readNow(sources: readonly (readonly [string, string])[]): Promise<Read> {
  const parsed = sources.map(([file, source]) => parsePage({ file, source }))
  const pages = parsed.flatMap(({ page }) => page ?? [])
  const rules = checkPages(pages, await surroundings(pages))
  return { pages, findings: [...parsed.flatMap(({ findings }) => findings), ...rules] }
}

/** What the comparison of pages with the scripts on disk finds. */
export async function findDrift(sources: ReadonlyMap<string, string>): Promise<FindingReport[]> {
  const pages = [...sources].flatMap(([file, source]) => parsePage({ file, source }).page ?? [])
  const drift = await scriptDrift(expectedScripts(pages), [...sources.keys()])
  return drift.map(({ finding }) => reportFinding(finding, 'en'))
}

/** What a dry run in the embedded fixture finds in a runbook of these pages. */
export async function findByRunning(sources: ReadonlyMap<string, string>, id: string): Promise<FindingReport[]> {
  return (await runPages({ sources, id, fixture: 'embedded' })).findings
}
