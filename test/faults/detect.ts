import { parsePage } from '#document/parse.ts'
import { reportFinding } from '#finding/finding.ts'
import type { FindingReport } from '#schema/finding.ts'
import { expectedScripts, scriptDrift } from '../../src/cli/script-drift.ts'
import { staticFindings } from '../../src/cli/static-findings.ts'
import { runPages } from '../support/page-run.ts'

/** What the static checks find in pages given by file. */
export async function findStatically(sources: ReadonlyMap<string, string>): Promise<FindingReport[]> {
  const parsed = [...sources].map(([file, source]) => parsePage({ file, source }))
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  const findings = [...parsed.flatMap(({ findings }) => findings), ...(await staticFindings(pages))]
  return findings.map((finding) => reportFinding(finding, 'en'))
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
