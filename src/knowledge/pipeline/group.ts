import { type PageSummary, summaryOf } from '#check/page/site.ts'
import type { Finding } from '#finding/finding.ts'
import { type Outline, outlineOf } from '../outline.ts'
import { readText } from '../pages.ts'
import { changedScripts, expectedScripts } from '../scripts/outdated.ts'
import { checkTexts } from './documents.ts'

/** What is known of the files of one address, one a language. Plain data: a thread can hand it to another. */
export interface GroupResult {
  files: readonly string[]
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
  const { pages, document, rules } = await checkTexts(files.map(readText), 'page', (file, there) => {
    asked[file] = there
  })
  const scripts = expectedScripts(pages)
  const drift = changedScripts(scripts)
  return {
    files,
    findings: [...document, ...rules, ...drift.map(({ finding }) => finding)],
    outlines: pages.map(outlineOf),
    summaries: pages.map(summaryOf),
    scripts: scripts.map(({ id }) => id),
    asked,
  }
}
