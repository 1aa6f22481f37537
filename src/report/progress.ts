import { formatDuration } from '#schema/duration.ts'
import type { RunEvent } from '#schema/event.ts'
import { type Paint, STATUS_STYLE, showControls } from './style.ts'
import type { Words } from './words.ts'

export interface ProgressOptions {
  words: Words
  paint: Paint
  write: (text: string) => void
  /** A terminal, where the step under way can be shown and overwritten. */
  terminal: boolean
  /** Show what steps print as it comes. */
  verbose: boolean
}

/** Shows a run as it goes: one line a step, the one under way on a terminal, outputs when asked for. */
export function createProgress({ words, paint, write, terminal, verbose }: ProgressOptions): (event: RunEvent) => void {
  let total = 0
  let done = 0
  const clear = () => terminal && write('\r\u001b[2K')
  const show: { [Kind in RunEvent['kind']]?: (event: Extract<RunEvent, { kind: Kind }>) => void } = {
    'run-started': (event) => {
      total = event.steps.length
      write(`${paint('bold', event.runbook)}  ${event.live ? words.live : words.dryRun}, ${words.shell[event.shell]}\n`)
    },
    'procedure-started': ({ title }) => write(` ${paint('bold', title)}\n`),
    'file-written': ({ path, effect }) => {
      if (effect.verb !== 'read') write(`  ${paint('dim', `+ ${words.file} ${path}`)}\n`)
    },
    'step-started': ({ step, title }) => {
      const line = `  ${paint('cyan', '▸')} ${String(done + 1)}/${total} ${step}  ${paint('dim', title)}`
      if (terminal) write(verbose ? `${line}\n` : line)
      else if (verbose) write(`${line}\n`)
    },
    'step-output': ({ chunk }) => {
      if (verbose) write(showControls(chunk).replaceAll(/^(?=.)/gm, '    '))
    },
    'step-finished': ({ report }) => {
      done += 1
      const { mark, format } = STATUS_STYLE[report.status]
      if (!verbose) clear()
      const evidence = paint('dim', `${words.evidence[report.evidence]}, ${formatDuration(report.durationMs)}`)
      write(`  ${paint(format, mark)} ${report.id}  ${evidence}\n`)
      if (report.status !== 'passed' && report.output && !verbose) write(failedOutput(report.output))
    },
  }
  const failedOutput = (output: string) => {
    const lines = showControls(output).split('\n').slice(-20)
    return `${paint('dim', `    ${words.lastOutput}:`)}\n${lines.map((line) => `    ${paint('dim', '│')} ${line}`).join('\n')}\n`
  }
  return (event) => (show[event.kind] as ((event: RunEvent) => void) | undefined)?.(event)
}
