import type { RefusedOption } from '../facts/programs.ts'
import { type CommandLine, flagValues } from '../match/line.ts'
import { sshOptionProblem } from './options.ts'

/** Values of `-o` that ssh, and the programs that run it, refuse. */
export const refusedOptions = (line: CommandLine): readonly RefusedOption[] =>
  flagValues(line, '-o').flatMap((word): RefusedOption[] => {
    const problem = word.text === undefined ? undefined : sshOptionProblem(word.text)
    if (!problem) return []
    const { key, expected, suggestion } = problem
    return [{ word, suggestion, ...(expected !== undefined && { key, expected }) }]
  })
