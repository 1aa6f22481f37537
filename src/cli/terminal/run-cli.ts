import { EXIT, StopError } from '#finding/error.ts'
import { createPaint } from '#report/style.ts'
import { WORDS } from '#report/words.ts'
import { langFlag, localeOf, refuseOtherLanguage } from './locale.ts'
import { stateDirectory } from './state-directory.ts'
import type { Output, Terminal } from './terminal.ts'

/** Runs a command to its exit status. Errors we expect are explained, others are a defect of ours (70). */
export async function runCli(command: (terminal: Terminal) => Promise<number>): Promise<void> {
  const interrupt = new AbortController()
  const args = process.argv.slice(2)
  const plain = args.includes('--plain')
  const locale = localeOf(langFlag(args), process.env)
  const terminal: Terminal = {
    args,
    environment: process.env,
    locale,
    words: WORDS[locale],
    out: outputOf(process.stdout, plain),
    err: outputOf(process.stderr, plain),
    signal: interrupt.signal,
    interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    directory: process.env.INIT_CWD ?? process.cwd(),
    state: stateDirectory(process.env),
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interrupt.abort())
  const run = async () => {
    refuseOtherLanguage(langFlag(args))
    return command(terminal)
  }
  process.exitCode = await run().catch((error) => explain(error, terminal))
}

function outputOf(stream: NodeJS.WriteStream, plain: boolean): Output {
  const terminal = stream.isTTY === true
  // Who reads may have seen enough (`| head`), or have closed the terminal: what is under way still ends in order.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
  })
  const colours = terminal ? stream.hasColors?.() !== false && !process.env.NO_COLOR : Boolean(process.env.FORCE_COLOR)
  return {
    write: (text) => stream.write(text),
    paint: createPaint(colours, { plain, width: () => (terminal && stream.columns) || undefined }),
    terminal,
    stream,
  }
}

/** Once interrupted, whatever fails does so for that: programs of ours get the same signal. */
function explain(error: unknown, { err, words, locale, signal }: Terminal): number {
  if (signal.aborted || (error instanceof Error && error.name === 'AbortError')) {
    err.write(`\n${INTERRUPTED[locale]}\n`)
    return EXIT.interrupted
  }
  if (error instanceof StopError) {
    err.write(`${err.paint('red', words.error)}: ${error.text[locale]}\n`)
    if (error.hint) err.write(`${err.paint('cyan', words.hint)}: ${error.hint[locale]}\n`)
    return error.exit
  }
  err.write(`${DEFECT[locale]}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return EXIT.defect
}

const INTERRUPTED = { es: 'Interrumpido.', en: 'Interrupted.' }

const DEFECT = {
  es: 'Esto es un defecto de la herramienta, no de tu página. Envía este texto a quien la mantiene:',
  en: 'This is a defect of the tool, not of your page. Send this text to its maintainers:',
}
