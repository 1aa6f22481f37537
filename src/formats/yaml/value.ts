import type { Document } from 'yaml'

/** A mapping of a YAML or JSON file, as plain data. */
export type Mapping = Readonly<Record<string, unknown>>

/** The plain value of a document. Throws where its aliases stand for far more than is written. */
export const plainValue = (document: Document): unknown => document.toJS({ maxAliasCount: 100 })

/** Whether a value is a mapping. */
export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a mapping; an empty one for anything else. */
export const record = (value: unknown): Mapping => (isMapping(value) ? value : {})

/** The value as a list: its items, one for anything else, none where there is no value. */
export const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
