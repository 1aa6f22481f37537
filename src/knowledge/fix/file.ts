import { lstat, readFile } from 'node:fs/promises'
import { replaceFile } from '../replace-file.ts'

const BOM = '\uFEFF'

/** A document on disk, which is written only as long as it is the one that was read. */
export interface OpenFile {
  /** Its text without a byte order mark. */
  text: string
  /** Replaces it as a whole, or not at all; false when somebody changed it meanwhile. */
  save(text: string): Promise<boolean>
}

/** Opens a text file. Undefined for a link, and for bytes that are not UTF-8: writing them back would change them. */
export async function openFile(path: string): Promise<OpenFile | undefined> {
  const { mode } = await lstat(path).then((found) => (found.isFile() ? found : { mode: undefined }))
  if (mode === undefined) return undefined
  const bytes = await readFile(path)
  const whole = decoded(bytes)
  if (whole === undefined) return undefined
  const mark = whole.startsWith(BOM) ? BOM : ''
  return {
    text: whole.slice(mark.length),
    async save(text) {
      if (!bytes.equals(await readFile(path))) return false
      replaceFile(path, `${mark}${text}`, mode)
      return true
    },
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
