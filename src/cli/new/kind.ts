import type { Localized } from '#schema/locale.ts'
import type { RunTold } from './from-run.ts'

/** What a template needs to know. */
export interface Asked {
  id: string
  system: string
  /** What is known of an incident from the run that met it. */
  run?: RunTold
}

/** Texts of new files, by their path from the project's root. */
export type Files = Readonly<Record<string, string>>

/** Something that can be made: what it takes, what it is made of, and how to go on. */
export interface Kind {
  /** `system`, for one that belongs to a system: which has to be said. */
  of?: 'system'
  /** How long its id may be. */
  length: { min: number; max: number }
  /** An id to show. */
  example: Localized
  /** Ids that Docker, YAML, the site or a file system take for something else, besides those of any kind. */
  reserved?: Readonly<Record<string, Localized>>
  /** A folder that is its own: it exists already when that is there. */
  folder?(id: string): string
  /** What it is made of. */
  files(asked: Asked): Files
  /** What to run next. */
  next(id: string): Localized
}
