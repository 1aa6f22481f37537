import type { Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import type { Grammars, PageFacts } from './facts.ts'

/** What the checks know beyond the pages. */
export interface Surroundings {
  /** Grammars by tool, `{ gcloud, docker }`; a tool without one is not checked against it. */
  grammars: Grammars
  /** Files in the working directory before a run of a system, relative to it; undefined where that is not known. */
  workspaceFiles?: (system: string) => ReadonlySet<string> | undefined
  /** Whether the project has a file, by its path from the root. */
  projectFile?: (path: string) => boolean
}

/** A rule over one page. Silent on a correct page. */
export type Rule = (facts: PageFacts, surroundings: Surroundings) => Finding[]

/** A rule over all pages together. */
export type SiteRule = (pages: readonly Page[], surroundings: Surroundings) => Finding[]
