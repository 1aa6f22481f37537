import type { Setting } from '#formats/dotenv/line.ts'
import type { PageFile } from '../page-file.ts'
import type { EnvReader } from './readers.ts'

/** What each reader is called. */
export const NAMES: Readonly<Record<EnvReader, string>> = {
  bash: 'bash',
  compose: 'Compose',
  container: 'docker run --env-file',
  systemd: 'systemd',
}

/** What one reader takes a file to set. */
export interface Reading {
  reader: EnvReader
  settings: readonly Setting[]
}

/** Where the first line of a setting ends, as an offset in the file. */
export const firstLineEnd = ({ text }: PageFile, { start, end }: Setting): number => {
  const line = text.indexOf('\n', start)
  return Math.min(end, line < 0 ? text.length : line)
}
