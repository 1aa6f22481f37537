import type { Document } from 'yaml'
import type { PageFile } from '../page-file.ts'

/** A Compose file being checked. */
export interface ComposeAt {
  file: PageFile
  document: Document
  root: Readonly<Record<string, unknown>>
}
