import { outsideFiles } from '../external-documents.ts'
import { checkTexts } from '../pipeline/documents.ts'
import { type FixRequest, fixDocuments } from './documents.ts'
import { type Fixes, noFixes } from './fixes.ts'

/** Fixes Markdown documents outside the knowledge base, each by itself. */
export async function fixOutside(paths: readonly string[], { locale, signal }: FixRequest): Promise<Fixes> {
  const fixes = noFixes()
  for (const { path, file } of await outsideFiles(paths)) {
    if (signal.aborted) break
    const check = (texts: ReadonlyMap<string, string>) =>
      checkTexts([{ file, source: texts.get(file) ?? '' }], 'outside')
    const { made, notes } = await fixDocuments({ files: [file], pathOf: () => path, check }, locale)
    fixes.made.push(...made)
    fixes.notes.push(...notes)
  }
  return fixes
}
