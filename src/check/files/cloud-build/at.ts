import type { Document } from 'yaml'
import type { Mapping } from '#formats/yaml/value.ts'
import type { PageFile } from '../page-file.ts'

/** A Cloud Build file being checked. */
export interface BuildAt {
  file: PageFile
  document: Document
  root: Mapping
}
