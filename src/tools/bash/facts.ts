import type { ToolFacts } from '../facts/model.ts'
import type { Nested } from '../facts/nested-command.ts'
import { scriptOf } from '../kinds/reads-code.ts'
import { type CommandLine, hasFlag, positionals } from '../match/line.ts'

/** `bash -c TEXT`, and a text that is fed to a shell without a file to read. */
function handsOn(line: CommandLine): readonly Nested[] {
  const [first] = positionals(line)
  if (hasFlag(line, '-c')) return first ? [{ kind: 'text', word: first }] : []
  return !first || hasFlag(line, '-s') ? [{ kind: 'input' }] : []
}

/** Of every shell that reads the options of sh. */
export const facts: ToolFacts = { shell: true, every: { hands: handsOn, passesInput: true, runsFile: scriptOf } }
