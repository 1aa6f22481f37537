import { plainFiles, readPlainText } from '../plain-pages.ts'
import type { Terminal } from '../run-cli.ts'
import { mendDocuments } from './documents.ts'
import { nothingTold, type Told } from './tell.ts'

/** Mends Markdown documents outside the knowledge base, each by itself. */
export async function mendPaths(paths: readonly string[], { locale, signal }: Terminal): Promise<Told> {
  const told = nothingTold()
  for (const { path, file } of await plainFiles(paths)) {
    if (signal.aborted) break
    const { mended, notes } = await mendDocuments(
      { files: [file], pathOf: () => path, check: async (texts) => readPlainText(file, texts.get(file) ?? '') },
      locale,
    )
    told.mended.push(...mended)
    told.notes.push(...notes)
  }
  return told
}
