import { formatDuration } from '#schema/duration.ts'
import type { RunEvent } from '#schema/event.ts'
import { createStepOutput } from './step-output.ts'
import { markOf, type Paint, showControls, widthOf } from './style.ts'
import type { Words } from './words.ts'
import { cutTo } from './wrap.ts'

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
  // Written over: there a line that is too long would leave its start behind.
  const passing = terminal && !verbose && !paint.plain
  const output = createStepOutput(write)
  const show: { [Kind in RunEvent['kind']]?: (event: Extract<RunEvent, { kind: Kind }>) => void } = {
    'run-started': (event) => {
      total = event.steps.length
      write(`${paint('bold', event.runbook)}  ${event.live ? words.live : words.dryRun}, ${words.shell[event.shell]}\n`)
    },
    'procedure-started': ({ title }) => write(`${paint.plain ? '' : ' '}${paint('bold', title)}\n`),
    'file-written': ({ path, effect }) => {
      if (effect.verb !== 'read') write(`  ${paint('dim', `+ ${words.file} ${path}`)}\n`)
    },
    'step-started': ({ step, title }) => {
      const count = `${String(done + 1)}/${total}`
      const head = paint.plain ? `${count} ${step}: ` : `  ${paint('cyan', '▸')} ${count} ${step}  `
      const room = passing ? (paint.width ?? Number.POSITIVE_INFINITY) - widthOf(head) - 1 : Number.POSITIVE_INFINITY
      const line = `${head}${paint('dim', cutTo(title, room))}`
      if (passing) write(line)
      else if (terminal || verbose) write(`${line}\n`)
    },
    'step-output': ({ stream, chunk }) => {
      if (verbose) output.push(stream, chunk)
    },
    'step-finished': ({ report }) => {
      done += 1
      output.end()
      if (passing) write('\r\u001b[2K')
      const evidence = paint('dim', `${words.evidence[report.evidence]}, ${formatDuration(report.durationMs)}`)
      const ended = paint.plain ? `${words.status[report.status]}: ` : `  ${markOf(report.status, paint)}`
      write(`${ended}${report.id}${paint.plain ? ', ' : '  '}${evidence}\n`)
      if (report.status !== 'passed' && report.output && !verbose) write(failedOutput(report.output))
    },
  }
  const failedOutput = (output: string) => {
    const lines = showControls(output).split('\n').slice(-20)
    const margin = paint.plain ? '' : `${paint('dim', '│')} `
    return `${paint('dim', `    ${words.lastOutput}:`)}\n${lines.map((line) => `    ${margin}${line}`).join('\n')}\n`
  }
  return (event) => (show[event.kind] as ((event: RunEvent) => void) | undefined)?.(event)
}
