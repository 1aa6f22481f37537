import type { Locale } from '#schema/locale.ts'
import { type OpenFile, openFile } from './file.ts'
import { type Found, mend, type Texts } from './loop.ts'
import { changeReport, KEPT, nothingTold, refusalNotes, type Told } from './tell.ts'

/** Documents that are checked together. */
export interface Documents {
  /** As findings name them. */
  files: readonly string[]
  /** Where each is on disk. */
  pathOf(file: string): string
  check(texts: Texts): Promise<Found>
}

/** Mends documents on disk. Those that cannot be written back byte for byte stay as they are. */
export async function mendDocuments({ files, pathOf, check }: Documents, locale: Locale): Promise<Told> {
  const opened = new Map<string, OpenFile>()
  for (const file of files) {
    const open = await openFile(pathOf(file))
    if (!open) return { ...nothingTold(), notes: [KEPT.unreadable[locale](file)] }
    opened.set(file, open)
  }
  const texts = new Map([...opened].map(([file, { text }]) => [file, text]))
  const mended = await mend(texts, check)
  const notes = refusalNotes(mended, locale)
  const kept = new Set<string>()
  for (const [file, text] of mended.texts)
    if (text !== texts.get(file) && !(await opened.get(file)?.save(text))) kept.add(file)
  const changes = mended.changes.map(changeReport).filter(({ file }) => !kept.has(file))
  return { mended: changes, notes: [...notes, ...[...kept].map(KEPT.changed[locale])] }
}
