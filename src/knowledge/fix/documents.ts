import type { Locale } from '#schema/locale.ts'
import { type OpenFile, openFile } from './file.ts'
import { changeReport, type Fixes, KEPT, noFixes, refusalNotes } from './fixes.ts'
import { type Found, fixTexts, type Texts } from './loop.ts'

/** Documents that are checked together. */
export interface Documents {
  /** As findings name them. */
  files: readonly string[]
  /** Where each is on disk. */
  pathOf(file: string): string
  check(texts: Texts): Promise<Found>
}

/** Who reads about fixes, and what ends them. */
export interface FixRequest {
  locale: Locale
  signal: AbortSignal
}

/** Fixes documents on disk. Those that cannot be written back byte for byte stay as they are. */
export async function fixDocuments({ files, pathOf, check }: Documents, locale: Locale): Promise<Fixes> {
  const opened = new Map<string, OpenFile>()
  for (const file of files) {
    const open = await openFile(pathOf(file))
    if (!open) return { ...noFixes(), notes: [KEPT.unreadable[locale](file)] }
    opened.set(file, open)
  }
  const texts = new Map([...opened].map(([file, { text }]) => [file, text]))
  const fixed = await fixTexts(texts, check)
  const notes = refusalNotes(fixed, locale)
  const kept = new Set<string>()
  for (const [file, text] of fixed.texts)
    if (text !== texts.get(file) && !(await opened.get(file)?.save(text))) kept.add(file)
  const made = fixed.changes.map(changeReport).filter(({ file }) => !kept.has(file))
  return { made, notes: [...notes, ...[...kept].map(KEPT.changed[locale])] }
}
