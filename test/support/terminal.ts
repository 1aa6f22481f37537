import { createPaint } from '#report/style.ts'
import { WORDS } from '#report/words.ts'
import type { Locale } from '#schema/locale.ts'
import type { Terminal } from '../../src/cli/terminal/terminal.ts'

/** A terminal nobody sits at, and what was written to it. */
export interface FakeTerminal {
  terminal: Terminal
  /** What went to standard output. */
  out(): string
  /** What went to standard error. */
  err(): string
}

/** A command's terminal that keeps what is written to it; English unless told. */
export function fakeTerminal(given: Partial<Terminal> & { locale?: Locale } = {}): FakeTerminal {
  const written = { out: '', err: '' }
  const output = (name: keyof typeof written, stream: NodeJS.WriteStream) => ({
    write: (text: string) => {
      written[name] += text
    },
    paint: createPaint(false),
    terminal: false,
    stream,
  })
  const locale = given.locale ?? 'en'
  const terminal: Terminal = {
    args: [],
    environment: { PATH: process.env.PATH },
    locale,
    words: WORDS[locale],
    out: output('out', process.stdout),
    err: output('err', process.stderr),
    signal: new AbortController().signal,
    interactive: false,
    directory: process.cwd(),
    state: '.runbook',
    ...given,
  }
  return { terminal, out: () => written.out, err: () => written.err }
}
