import type { OutputStream } from '#schema/shell.ts'
import { showControls } from './style.ts'

/** Shows what a step prints, indented, as it comes. */
export interface StepOutput {
  push(stream: OutputStream, chunk: string): void
  /** What comes next begins on a line of its own. */
  end(): void
}

const INDENT = '    '

/** The start of a control sequence, or of a line end, that goes on in the next chunk. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are made of
const UNFINISHED = /(?:\r|\u001b(?:\[[0-?]*[ -/]*|\][^\u0007\u001b]*\u001b?|\()?)$/

/** Output of steps for a place that is written to. No control sequence reaches it, split as it may be; a line that is written over is one of its own. */
export function createStepOutput(write: (text: string) => void): StepOutput {
  const held = { stdout: '', stderr: '' }
  let atStart = true
  const show = (text: string) => {
    const lines = showControls(text.replaceAll(/\r+\n|\r/g, '\n')).split('\n')
    const shown = lines.map((line, index) => {
      const indent = line !== '' && (index > 0 || atStart) ? INDENT : ''
      return `${indent}${line}`
    })
    if (text !== '') atStart = lines.at(-1) === '' && (lines.length > 1 || atStart)
    write(shown.join('\n'))
  }
  return {
    push(stream, chunk) {
      const text = held[stream] + chunk
      held[stream] = UNFINISHED.exec(text)?.[0] ?? ''
      show(text.slice(0, text.length - held[stream].length))
    },
    end() {
      // What ends in the middle of a control sequence has nothing to show.
      held.stdout = held.stderr = ''
      if (!atStart) write('\n')
      atStart = true
    },
  }
}
