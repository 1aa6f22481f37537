import { checkPage, checkTogether } from '#check/check.ts'
import { withStepMarks } from '#check/fix/step-mark.ts'
import type { Page } from '#document/model.ts'
import { type Finding, sortFindings } from '#finding/finding.ts'
import { certainOnly } from './mend/certain.ts'
import { pageFiles, readPage } from './pages.ts'
import { FIXTURES } from './paths.ts'
import { expectedScripts, scriptDrift } from './script-drift.ts'
import { surroundings } from './static-findings.ts'
import { forgetWorlds } from './worlds.ts'

/** All pages, kept in memory with what was found in each, so that a change costs what changed. */
export interface Knowledge {
  /** Everything there is to find now. */
  findings(): Promise<Finding[]>
  /** The pages that can be read, as they are now. */
  pages(): readonly Page[]
  /** Takes in files that may have changed, appeared or gone, relative to the project's root; all without a list. */
  update(files?: readonly string[]): Promise<void>
}

interface Known {
  page: Page | undefined
  /** What is wrong with its text as such, and what rules found in it. */
  document: readonly Finding[]
  rules: readonly Finding[]
}

/** Reads every page once. */
export async function createKnowledge(): Promise<Knowledge> {
  const known = new Map<string, Known>()
  const knowledge: Knowledge = {
    update: (files) => update(known, files),
    findings: () => allFindings(known),
    pages: () => [...known.values()].flatMap(({ page }) => page ?? []),
  }
  await knowledge.update()
  return knowledge
}

/** A page is read again when it changed, and all are when a seed world did: rules look into it. */
async function update(known: Map<string, Known>, files?: readonly string[]): Promise<void> {
  const all = await pageFiles()
  for (const file of known.keys()) if (!all.includes(file)) known.delete(file)
  const everything = !files || files.some((file) => file.startsWith(FIXTURES))
  if (everything) forgetWorlds()
  const changed = everything ? all : all.filter((file) => !known.has(file) || files.includes(file))
  await Promise.all(changed.map(async (file) => known.set(file, await readKnown(file))))
}

async function readKnown(file: string): Promise<Known> {
  const { page, findings } = readPage(file)
  return { page, document: findings, rules: page ? checkPage(page, await surroundings([page])) : [] }
}

async function allFindings(known: ReadonlyMap<string, Known>): Promise<Finding[]> {
  const entries = [...known].sort(([a], [b]) => (a < b ? -1 : 1))
  const pages = entries.flatMap(([, { page }]) => (page ? [page] : []))
  const drift = await scriptDrift(
    expectedScripts(pages),
    entries.map(([file]) => file),
  )
  const found = [
    ...withStepMarks(
      entries.flatMap(([, { document }]) => document),
      pages,
    ),
    ...checkTogether(
      pages,
      entries.flatMap(([, { rules }]) => rules),
      await surroundings(pages),
    ),
    ...drift.map(({ finding }) => finding),
  ]
  return sortFindings(certainOnly(found))
}
