import type { Severity } from '#schema/finding.ts'

interface Text {
  /** What is wrong: expected and found. `{key}` is filled from the finding's data; `[? …{key}…]` only when the key is there. */
  message: string
  /** The one thing to do next. */
  hint?: string
}

/** One kind of finding: how bad it is and its words in every locale. */
export interface Entry {
  severity: Severity
  /**
   * In a plain document, where nothing runs and the reader's world is not known:
   * a habit there is a warning, and what only runbooks promise is `off`.
   */
  plain?: 'warning' | 'off'
  es: Text
  en: Text
}
