import { type Destination, hosts } from '../facts/destination.ts'
import { type CommandLine, flagValues, type LineWord, positionals } from '../match/line.ts'

/** The machine ssh connects to, those it goes by, and what `-o` says instead. */
export const destinationsOf = (line: CommandLine): readonly Destination[] =>
  hosts([...positionals(line).slice(0, 1), ...jumpsOf(line)])

/** Machines that programs which run ssh go by, or go to whatever they are told. */
export const jumpsOf = (line: CommandLine): LineWord[] => [
  ...flagValues(line, '-J').flatMap(each),
  ...flagValues(line, '-o').flatMap((word) => {
    const [, value] = /^(?:hostname|proxyjump)[=\s]+(.*)$/i.exec(word.text ?? '') ?? []
    return value === undefined ? [] : each({ ...word, text: value })
  }),
]

/** Jumps, which are separated by commas. */
const each = (word: LineWord): LineWord[] =>
  word.text === undefined ? [word] : word.text.split(',').map((text) => ({ ...word, text }))
