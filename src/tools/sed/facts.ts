import type { ToolFacts } from '../facts/model.ts'
import { type CommandLine, flagValues, hasFlag, type LineWord, positionals } from '../match/line.ts'
import { sedProblem } from './program.ts'

export const facts: ToolFacts = {
  every: {
    program: (line) => ({
      words: programOf(line),
      problem: (text) => sedProblem(text, hasFlag(line, '--regexp-extended', '-E', '-r')),
    }),
    shows: ({ words }) =>
      words.some(({ text }) => /^(-i|--in-place)/.test(text ?? '')) ? undefined : { kind: 'files', files: words },
  },
}

function programOf(line: CommandLine): readonly LineWord[] {
  if (hasFlag(line, '--file')) return []
  const given = flagValues(line, '--expression')
  return given.length > 0 ? given : positionals(line).slice(0, 1)
}
