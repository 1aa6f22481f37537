import type { Document } from 'yaml'
import type { Mapping } from '#formats/yaml/value.ts'
import type { PageFile } from '../page-file.ts'

/** A Compose file being checked. */
export interface ComposeAt {
  file: PageFile
  document: Document
  root: Mapping
}

/** A service of it. */
export interface Service {
  name: string
  body: Mapping
}

/** Its services by name. */
export type Services = Mapping
