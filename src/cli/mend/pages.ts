import { parsePage } from '#document/parse.ts'
import type { FindingReport } from '#schema/finding.ts'
import { checkParsed } from '../page-group.ts'
import { addressFile, pageFiles, readPage } from '../pages.ts'
import { inRoot } from '../paths.ts'
import { replaceFile } from '../replace-file.ts'
import type { Terminal } from '../run-cli.ts'
import { changedScripts, expectedScripts } from '../script-drift.ts'
import { mendDocuments } from './documents.ts'
import type { Found, Texts } from './loop.ts'
import { nothingTold, type Told } from './tell.ts'

/** Mends the pages these findings are of, each with its twin, and generates their scripts. Touches nothing else. */
export async function mendPages(findings: readonly FindingReport[], terminal: Terminal): Promise<Told> {
  const wanted = new Set(findings.filter(({ fix }) => fix).map(({ file }) => addressFile(file)))
  const told = nothingTold()
  if (wanted.size === 0) return told
  const groups = Map.groupBy(await pageFiles(), addressFile)
  for (const [address, files] of groups) {
    if (!wanted.has(address) || terminal.signal.aborted) continue
    const { mended, notes } = await mendDocuments({ files, pathOf: inRoot, check: checkPages }, terminal.locale)
    told.mended.push(...mended, ...generated(files))
    told.notes.push(...notes)
  }
  return told
}

async function checkPages(texts: Texts): Promise<Found> {
  const parsed = [...texts].map(([file, source]) => parsePage({ file, source }))
  const { document, rules } = await checkParsed(parsed)
  return { document, rules, readable: parsed.every(({ page }) => page) }
}

/** Writes the script of a runbook anew, once all its pages can be read. */
function generated(files: readonly string[]): Told['mended'] {
  const parsed = files.map(readPage)
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  const sound = pages.length === files.length && !parsed.some(({ findings }) => findings.some(isError))
  const drift = sound ? changedScripts(expectedScripts(pages)) : []
  for (const { file, text } of drift) if (text !== undefined) replaceFile(inRoot(file), text)
  return drift.map(({ file, finding }) => ({ code: finding.code, file, line: 1, before: '', after: '' }))
}

const isError = ({ severity }: { severity: string }) => severity === 'error'
