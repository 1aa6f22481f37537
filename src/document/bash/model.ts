/** A stretch of a block's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** One word of a command. `value` is what bash would pass when that is known without running it. */
export interface BashWord extends Span {
  text: string
  value: string | undefined
  /** Variables its expansion reads. */
  reads: readonly string[]
  quoted: boolean
  /** What it is made of, in order. */
  pieces: readonly WordPiece[]
  /** May become no word or several: an expansion without quotes, a glob, `"$@"`. */
  open: boolean
  /** Text in it that its program puts something else for: the `{}` of `xargs -I{}`. */
  mark?: string
  /** Where it stands in a text handed to another shell, for words in such a text. */
  origin?: Origin
}

/**
 * Text one shell hands to another, with the place of each of its characters in
 * the block. A character that is escaped stands where its escape does. What the
 * first shell expands is a hole: one character of the private use area.
 */
export interface ShellText {
  text: string
  starts: readonly number[]
  ends: readonly number[]
}

/** A stretch of a text that one shell hands to another. */
export interface Origin extends Span {
  text: ShellText
}

/** The body of a here-document. */
export interface BashHeredoc extends Span {
  text: string
  /** Its delimiter is quoted: nothing in it is expanded. */
  quoted: boolean
  /** `<<-`: tabs at the start of lines are dropped. */
  indented: boolean
  origin?: Origin
}

/** Literal text, a plain `$NAME`, or something only a run can tell. */
export type WordPiece = { kind: 'text'; text: string } | { kind: 'variable'; name: string } | { kind: 'unknown' }

export interface BashRedirect extends Span {
  operator: string
  /** `2` of `2>file`; absent when the operator's own default holds. */
  descriptor: number | undefined
  target: BashWord | undefined
  heredoc?: BashHeredoc
}

export interface BashAssignment extends Span {
  name: string
  value: BashWord | undefined
}

/** A simple command wherever it stands: in pipelines, conditions, functions and substitutions too. */
export interface BashCommand extends Span {
  name: BashWord | undefined
  /** The words after the name. */
  args: readonly BashWord[]
  /** Assignments before the name, or all there is. */
  assignments: readonly BashAssignment[]
  /** Its own first, then where the groups around it send their output: `{ …; } >file`. */
  redirects: readonly BashRedirect[]
  /** Followed by `&`. */
  background: boolean
  /** Inside `$(…)`, backticks or `<(…)`: its output is not shown. */
  substituted: boolean
  /** Its output goes to another command. */
  piped: boolean
  /** Its exit status decides something (if, while, &&, ||, !), so a failure does not stop the step. */
  tested: boolean
  /** Name of the function it is in. */
  inFunction: string | undefined
}

export interface BashVariable extends Span {
  name: string
  /** Has a default or a test, `${X:-y}`: may be unset. */
  guarded: boolean
}

export interface BashError extends Span {
  message: string
}

/** What the checks need to know about a block of bash. Variables are in the order they appear. */
export interface BashScript {
  errors: readonly BashError[]
  commands: readonly BashCommand[]
  reads: readonly BashVariable[]
  /** Assigned by `X=…`, `export`, `read`, `for`, `mapfile`, `local`, `declare`, `printf -v`. */
  writes: readonly BashVariable[]
  functions: readonly string[]
  /** Comments, from `#` to the end of the line. */
  comments: readonly Span[]
}
