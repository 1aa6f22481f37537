import type { Localized } from '#schema/locale.ts'

/** How it shows that a tool can do its work on this machine: its service answers, somebody is logged in. */
export interface Readiness {
  /** The words of a command that changes nothing and succeeds only then. What it prints may be secret. */
  words: readonly string[]
  /** Commands of the tool that bring it about. */
  madeBy: readonly string[]
  /** What to do where it is not so. */
  otherwise: Localized
}
