import { checkPage, checkTogether } from '#check/check.ts'
import type { Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import { type Finding, reportFinding } from '#finding/finding.ts'
import type { FindingReport } from '#schema/finding.ts'
import { expectedScripts, scriptDrift } from '../../src/cli/script-drift.ts'
import { surroundings } from '../../src/cli/static-findings.ts'
import { runPages } from '../support/page-run.ts'

/** What the static checks find in pages given by file. What was found in a page of its own is kept: most are the same each time. */
export async function findStatically(sources: ReadonlyMap<string, string>): Promise<FindingReport[]> {
  const read = await Promise.all([...sources].map(readOnce))
  const pages = read.flatMap(({ page }) => (page ? [page] : []))
  const alone = read.flatMap(({ rules }) => rules)
  const findings = [
    ...read.flatMap(({ document }) => document),
    ...checkTogether(pages, alone, await surroundings(pages)),
  ]
  return findings.map((finding) => reportFinding(finding, 'en'))
}

interface Read {
  page: Page | undefined
  document: readonly Finding[]
  rules: readonly Finding[]
}

const known = new Map<string, Promise<Read>>()

function readOnce([file, source]: readonly [string, string]): Promise<Read> {
  const key = `${file}\0${source}`
  const read = known.get(key) ?? readNow(file, source)
  known.set(key, read)
  return read
}

async function readNow(file: string, source: string): Promise<Read> {
  const { page, findings } = parsePage({ file, source })
  return { page, document: findings, rules: page ? checkPage(page, await surroundings([page])) : [] }
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
