import { checkAlone } from '#check/check.ts'
import { type PageSummary, summaryOf } from '#check/site.ts'
import type { Finding } from '#finding/finding.ts'
import { type Outline, outlineOf } from './outline.ts'
import { readPage } from './pages.ts'
import { changedScripts, expectedScripts } from './script-drift.ts'
import { surroundings } from './static-findings.ts'

/** What is told of pages that share an address, one a language. Plain data: a thread can hand it to another. */
export interface GroupResult {
  findings: readonly Finding[]
  outlines: readonly Outline[]
  summaries: readonly PageSummary[]
  /** Ids of the scripts they generate. */
  scripts: readonly string[]
  /** Files elsewhere in the project that rules asked for, and whether they were there. */
  asked: Readonly<Record<string, boolean>>
}

/** Reads and checks groups of files one after another, and keeps nothing of a page but what it came to. */
export async function checkGroups(groups: readonly (readonly string[])[]): Promise<GroupResult[]> {
  const results: GroupResult[] = []
  for (const files of groups) results.push(await checkGroup(files))
  return results
}

async function checkGroup(files: readonly string[]): Promise<GroupResult> {
  const parsed = await Promise.all(files.map(readPage))
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  const asked: Record<string, boolean> = {}
  const found = await surroundings(pages, (file, there) => {
    asked[file] = there
  })
  const scripts = expectedScripts(pages)
  const drift = await changedScripts(scripts)
  return {
    findings: [
      ...parsed.flatMap(({ findings }) => findings),
      ...checkAlone(pages, found),
      ...drift.map(({ finding }) => finding),
    ],
    outlines: pages.map(outlineOf),
    summaries: pages.map(summaryOf),
    scripts: scripts.map(({ id }) => id),
    asked,
  }
}
