import type { Definition } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { FormatName } from '#formats/registry.ts'
import type { Tools } from '#tools/tool.ts'
import type { PageFile } from './files/page-file.ts'
import type { PageFacts } from './page/facts.ts'
import type { Site, Twins } from './page/site.ts'

/** A file a run starts with. */
export interface WorkspaceFile {
  text: string
  executable: boolean
}

/** What the checks know beyond the pages. */
export interface Surroundings {
  /** What is known of the programs the pages call, from `loadToolsFor`; of others nothing is. */
  tools: Tools
  /** Checks of the formats the pages show, from `loadFormats`. */
  formats: Formats
  /** Files in the working directory before a run of a system, relative to it; undefined where that is not known. */
  workspaceFiles?: (system: string) => ReadonlySet<string> | undefined
  /** A file of that directory; undefined where there is none, or that is not known. */
  workspaceFile?: (system: string, path: string) => WorkspaceFile | undefined
  /** Words and numbers that the world a run of a system starts from names; undefined where that is not known. */
  worldWords?: (system: string) => ReadonlySet<string> | undefined
  /** Images that world names with their versions, `redis:7`; undefined where that is not known. */
  worldImages?: (system: string) => ReadonlySet<string> | undefined
  /** Names of the situations of a system; undefined where they are not known. */
  situations?: (system: string) => ReadonlySet<string> | undefined
  /** Names of the variations a system declares of its world; undefined where they are not known. */
  variations?: (system: string) => ReadonlySet<string> | undefined
  /** The codes of all findings there are; undefined where they are not known. */
  findingCodes?: ReadonlySet<string>
  /** Whether the project has a file, by its path from the root. */
  projectFile?: (path: string) => boolean
}

/** Looks at one page. Silent on a correct page. */
type PageCheck = (facts: PageFacts, surroundings: Surroundings) => Finding[]
/** Looks at one page in both its languages. */
type TwinCheck = (twins: Twins) => Finding[]
/** Looks at all pages together. */
type SiteCheck = (site: Site, surroundings: Surroundings) => Finding[]

/** A rule: all it may find, what it looks at, and how. */
export type Rule = { findings: readonly Definition[] } & (
  | { over: 'page' | 'plain'; check: PageCheck }
  | { over: 'twins'; check: TwinCheck }
  | { over: 'site'; check: SiteCheck }
)

/** A rule over one page. */
export const pageRule = (findings: readonly Definition[], check: PageCheck): Rule => ({ over: 'page', findings, check })

/** A rule over a plain document only. */
export const plainRule = (findings: readonly Definition[], check: PageCheck): Rule => ({
  over: 'plain',
  findings,
  check,
})

/** A rule over a page in both its languages. */
export const twinRule = (findings: readonly Definition[], check: TwinCheck): Rule => ({
  over: 'twins',
  findings,
  check,
})

/** A rule over all pages. */
export const siteRule = (findings: readonly Definition[], check: SiteCheck): Rule => ({ over: 'site', findings, check })

/** What a check of a file may look at beside it. */
export interface Around {
  facts: PageFacts
  surroundings: Surroundings
  /** All files of the page. */
  files: readonly PageFile[]
}

/** What is wrong with one file, by its own format's rules and against the rest of its page. */
export type FormatCheck = (file: PageFile, around: Around) => Finding[]

/** The checks loaded for a set of pages. */
export type Formats = ReadonlyMap<FormatName, FormatCheck>
