import { checkSite, distinctFindings } from '#check/check.ts'
import type { Finding } from '#finding/finding.ts'
import type { Outline } from './outline.ts'
import { checkGroups, type GroupResult } from './page-group.ts'
import { checkInThreads } from './page-threads.ts'
import { addressFile, pageFiles, readPage } from './pages.ts'
import { orphanScripts } from './script-drift.ts'
import { surroundings } from './static-findings.ts'

export interface CheckedPages {
  findings: readonly Finding[]
  outlines: readonly Outline[]
  /** Files elsewhere in the project that rules asked for, and whether they were there. */
  asked: Readonly<Record<string, boolean>>
}

/** Fewer addresses than this are checked sooner than threads start. */
const WORTH_THREADS = 200

/** Everything that can be told of the knowledge base without running it. Many pages are spread over the processor's cores. */
export async function checkAllPages(): Promise<CheckedPages> {
  const files = await pageFiles()
  const results = await checkSpread(groupsOf(files))
  const pages = results.flatMap(({ summaries }) => summaries)
  const asked = Object.assign({}, ...results.map((one) => one.asked)) as Record<string, boolean>
  const found = await surroundings([], (file, there) => {
    asked[file] = there
  })
  const incidents = pages.flatMap(({ incident, file }) => (incident ? (readPage(file).page ?? []) : []))
  const orphans = await orphanScripts(
    results.flatMap(({ scripts }) => scripts),
    files,
  )
  return {
    findings: distinctFindings([
      ...results.flatMap(({ findings }) => findings),
      ...checkSite({ pages, incidents }, found),
      ...orphans.map(({ finding }) => finding),
    ]),
    outlines: results.flatMap(({ outlines }) => outlines),
    asked,
  }
}

/** Files of one address together, as the check of twins wants them. */
const groupsOf = (files: readonly string[]): string[][] => [...Map.groupBy(files, addressFile).values()]

const checkSpread = (groups: readonly string[][]): Promise<GroupResult[]> =>
  groups.length < WORTH_THREADS ? checkGroups(groups) : checkInThreads(groups)
