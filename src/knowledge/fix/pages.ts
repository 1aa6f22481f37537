import type { FindingReport } from '#schema/finding.ts'
import { addressFile, pageFiles, readPage } from '../pages.ts'
import { inRoot } from '../paths.ts'
import { checkTexts } from '../pipeline/documents.ts'
import { replaceFile } from '../replace-file.ts'
import { changedScripts, expectedScripts } from '../scripts/outdated.ts'
import { type FixRequest, fixDocuments } from './documents.ts'
import { type Fixes, noFixes } from './fixes.ts'
import type { Texts } from './loop.ts'

/** Fixes the pages these findings are of, each with its translation, and generates their scripts. Touches nothing else. */
export async function fixPages(findings: readonly FindingReport[], { locale, signal }: FixRequest): Promise<Fixes> {
  const wanted = new Set(findings.filter(({ fix }) => fix).map(({ file }) => addressFile(file)))
  const fixes = noFixes()
  if (wanted.size === 0) return fixes
  const groups = Map.groupBy(await pageFiles(), addressFile)
  for (const [address, files] of groups) {
    if (!wanted.has(address) || signal.aborted) continue
    const { made, notes } = await fixDocuments({ files, pathOf: inRoot, check: checkPages }, locale)
    fixes.made.push(...made, ...generated(files))
    fixes.notes.push(...notes)
  }
  return fixes
}

const checkPages = (texts: Texts) =>
  checkTexts(
    [...texts].map(([file, source]) => ({ file, source })),
    'page',
  )

/** Writes the script of a runbook anew, once all its pages can be read. */
function generated(files: readonly string[]): Fixes['made'] {
  const parsed = files.map(readPage)
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  const sound = pages.length === files.length && !parsed.some(({ findings }) => findings.some(isError))
  const drift = sound ? changedScripts(expectedScripts(pages)) : []
  for (const { file, text } of drift) if (text !== undefined) replaceFile(inRoot(file), text)
  return drift.map(({ file, finding }) => ({ code: finding.code, file, line: 1, before: '', after: '' }))
}

const isError = ({ severity }: { severity: string }) => severity === 'error'
