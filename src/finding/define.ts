import type { Severity } from '#schema/finding.ts'
import type { Place } from '#schema/place.ts'
import type { Finding, FindingData } from './finding.ts'
import type { Fix } from './fix.ts'

/** What there is to say of one kind of finding in one language. */
interface Words {
  /** What is wrong: expected and found. `{key}` is filled from the finding's data; `[? …{key}…]` only when the key is there. */
  message: string
  /** The one thing to do next. */
  hint?: string
  /** Why this kind of finding exists. */
  why: string
  /** When `pnpm verify --fix` fixes it: only where one single edit is certain, and nobody has anything to decide. */
  fixed?: string
}

/**
 * How an example is read: as blocks of a runbook (the default), a whole page, several
 * pages separated by a line `=====`, the same blocks in Spanish and English separated
 * so, a plain document, blocks that are run, declarations of parameters, procedures
 * and, after a line `=====`, their steps, the card of a runbook, exceptions of a page and, after such a line, the
 * blocks that are run under variations, keys of an incident, a page compared with the
 * scripts there are, blocks all of which are to be executed, a page of the reference, an
 * experiment manifest beside a model, a file of a diagram, or blocks whose Compose files the Docker fixture's own Compose is asked about.
 */
export type ExampleKind =
  | 'blocks'
  | 'page'
  | 'pages'
  | 'twins'
  | 'plain'
  | 'run'
  | 'parameters'
  | 'procedures'
  | 'card'
  | 'variations'
  | 'incident'
  | 'scripts'
  | 'coverage'
  | 'reference'
  | 'compose'
  | 'manifest'
  | 'diagram'

interface Example {
  of?: ExampleKind
  /** Its lines. `{{text*n}}` stands for that many repetitions. */
  wrong: readonly string[]
  right: readonly string[]
}

interface NoExample {
  /** Why there can be no example. */
  none: string
}

/** One kind of finding: its code, how bad it is, its words in every language, and an example that has it and one that does not. */
export type FindingSpec = {
  code: string
  severity: Severity
  /**
   * In a plain document, where nothing runs and the reader's world is not known:
   * a habit there is a warning, and what only runbooks promise is `off`.
   */
  plain?: 'warning' | 'off'
  /** Whether the block it stands in may allow it, with a reason. */
  allowable?: true
  es: Words
  en: Words
} & (Example | NoExample)

/** A kind of finding, and the way to make findings of it. */
export type Definition = FindingSpec & {
  /** A finding of this kind. `data` fills its message; `fix` only where one edit is certain. */
  at(place: Place, data?: FindingData, fix?: Fix): Finding
}

/** Defines a kind of finding. */
export function defineFinding(spec: FindingSpec): Definition {
  const { code, severity } = spec
  return { ...spec, at: (place, data = {}, fix) => ({ code, place, data, severity, ...(fix && { fix }) }) }
}
