import type { Document } from 'yaml'
import type { Mapping } from '#formats/yaml/value.ts'
import type { PageFile } from '../page-file.ts'

/** A Compose file being checked. */
export interface ComposeAt {
  file: PageFile
  document: Document
  root: Mapping
}
