import { checkAlone } from '#check/check.ts'
import { withStepMarks } from '#check/fix/step-mark.ts'
import { type PageSummary, summaryOf } from '#check/page/site.ts'
import type { Page } from '#document/model.ts'
import type { ParsedPage } from '#document/parse.ts'
import type { Finding } from '#finding/finding.ts'
import { certainOnly } from './mend/certain.ts'
import { type Outline, outlineOf } from './outline.ts'
import { readPage } from './pages.ts'
import { changedScripts, expectedScripts } from './script-drift.ts'
import { type OnFile, surroundings } from './static-findings.ts'

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

/** Checks groups of files one after another, and keeps nothing of a page but what it came to. */
export async function checkGroups(groups: readonly (readonly string[])[]): Promise<GroupResult[]> {
  const results: GroupResult[] = []
  for (const files of groups) results.push(await checkGroup(files))
  return results
}

async function checkGroup(files: readonly string[]): Promise<GroupResult> {
  const asked: Record<string, boolean> = {}
  const { pages, document, rules } = await checkParsed(files.map(readPage), (file, there) => {
    asked[file] = there
  })
  const scripts = expectedScripts(pages)
  const drift = changedScripts(scripts)
  return {
    findings: [...document, ...rules, ...drift.map(({ finding }) => finding)],
    outlines: pages.map(outlineOf),
    summaries: pages.map(summaryOf),
    scripts: scripts.map(({ id }) => id),
    asked,
  }
}

/** What is found in pages that share an address, one a language: in their text as such, and by rules in those that could be read. */
export async function checkParsed(
  parsed: readonly ParsedPage[],
  onFile?: OnFile,
): Promise<{ pages: Page[]; document: Finding[]; rules: Finding[] }> {
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  const found = parsed.flatMap(({ findings }) => findings)
  const rules = checkAlone(pages, await surroundings(pages, onFile))
  return { pages, document: certainOnly(withStepMarks(found, pages)), rules: certainOnly(rules, found) }
}
