import type { ToolFacts } from '../facts/model.ts'
import type { Search } from '../facts/programs.ts'
import type { CommandLine, LineWord } from '../match/line.ts'

/** Of grep, egrep and fgrep. */
export const facts: ToolFacts = {
  every: {
    search,
    shows: (line) => (isQuiet(line) ? undefined : { kind: 'files', files: line.words }),
  },
}

function search(line: CommandLine): Search {
  const fixed = line.name === 'fgrep' || has(line, 'FP', '--fixed-strings', '--perl-regexp')
  const extended = line.name === 'egrep' || has(line, 'E', '--extended-regexp')
  return {
    pattern: patternOf(line),
    syntax: fixed ? undefined : extended ? 'extended' : 'basic',
    exact: has(line, 'wxv', '--word-regexp', '--line-regexp', '--invert-match'),
  }
}

const has = ({ words }: CommandLine, letters: string, ...long: readonly string[]): boolean =>
  words.some(({ text = '' }) => long.includes(text) || new RegExp(`^-[a-zA-Z]*[${letters}]`).test(text))

const isQuiet = (line: CommandLine): boolean => has(line, 'qcl', '--quiet', '--count', '--files-with-matches')

/** Options whose next word is a value. */
const VALUED = /^-[a-zA-Z]*[ABCmfdD]$/

function patternOf({ words }: CommandLine): LineWord | undefined {
  const given = words.findIndex(({ text }) => /^(-[a-zA-Z]*e|--regexp)$/.test(text ?? ''))
  if (given >= 0) return words[given + 1]
  return words.find(({ text }, index) => !text?.startsWith('-') && !VALUED.test(words[index - 1]?.text ?? ''))
}
