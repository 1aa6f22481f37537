import type { Localized } from '#schema/locale.ts'

/** Exit statuses of the command line: a contract with scripts outside this repository. */
export const EXIT = { passed: 0, failed: 1, usage: 2, invalid: 3, noFixture: 4, defect: 70, interrupted: 130 } as const
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT]

/** Why we stop: a status for the shell, words for the person, and the one thing to do next. */
export class StopError extends Error {
  readonly exit: ExitStatus
  readonly text: Localized
  readonly hint: Localized | undefined
  constructor(exit: ExitStatus, text: Localized, options: { hint?: Localized; cause?: unknown } = {}) {
    super(text.en, { cause: options.cause })
    this.name = 'StopError'
    this.exit = exit
    this.text = text
    this.hint = options.hint
  }
}
