import type { ToolFacts } from '../facts/model.ts'
import { type CommandLine, flagValues, hasFlag, type LineWord, positionals } from '../match/line.ts'
import { sedProblem } from './program.ts'

export const facts: ToolFacts = {
  every: {
    program: (line) => ({
      words: programOf(line),
      problem: (text) => sedProblem(text, hasFlag(line, '--regexp-extended', '-E', '-r')),
    }),
    effect: (line) => (editsInPlace(line) ? 'update' : onlyReads(programOf(line)) ? 'read' : undefined),
    shows: (line) => (editsInPlace(line) ? undefined : { kind: 'files', files: line.words }),
  },
}

function programOf(line: CommandLine): readonly LineWord[] {
  if (hasFlag(line, '--file')) return []
  const given = flagValues(line, '--expression')
  return given.length > 0 ? given : positionals(line).slice(0, 1)
}

const editsInPlace = ({ words }: CommandLine): boolean =>
  words.some(({ text }) => /^(-[nErsuz]*i|--in-place)/.test(text ?? ''))

const onlyReads = (programs: readonly LineWord[]): boolean => programs.length > 0 && programs.every(onlyPrints)

/** Whether a program is one substitution, deletion or print, which writes no file and runs nothing. */
const onlyPrints = ({ text }: LineWord): boolean => text !== undefined && !text.includes('${') && PRINTS.test(text)

const PRINTS = /^(\d+|\$|\d+,(\d+|\$)|\/[^/]*\/)?([pdq=]|s([^\w\s])((?!\4).)*\4((?!\4).)*\4[gpiI\d]*)$/
