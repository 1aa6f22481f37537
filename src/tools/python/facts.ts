import { restOf } from '../facts/inner-command.ts'
import type { ToolFacts } from '../facts/model.ts'
import type { Nested } from '../facts/nested-command.ts'
import { scriptOf } from '../kinds/reads-code.ts'
import { type CommandLine, flagValues, textsOf } from '../match/line.ts'

/** Of python and python3. */
export const facts: ToolFacts = {
  saysVersion: ['--version'],
  every: {
    directory: 'runs',
    runsFile: scriptOf,
    hands: handsOn,
    waits: (line) => (/^-m http\.server( |$)/.test(textsOf(line).join(' ')) ? 'until stopped' : undefined),
  },
}

/** Modules that are the program of the same name: `python -m pip install` is `pip install`. */
const PROGRAMS = new Set(['gunicorn', 'pip', 'uvicorn'])

function handsOn(line: CommandLine): readonly Nested[] {
  const [module] = flagValues(line, '-m')
  return module && PROGRAMS.has(module.text ?? '') ? [{ kind: 'words', words: [module, ...restOf(line)] }] : []
}
