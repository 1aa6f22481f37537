import type { FlagUse, Match } from './reading.ts'

/** A word as it is written, and where: what a parser of a shell tells of it. */
export interface Written {
  start: number
  end: number
  text: string
  /** What the command receives; undefined where only a run can tell. */
  value: string | undefined
  /** Variables its expansion reads. */
  reads: readonly string[]
  quoted: boolean
  /** May become no word or several when it runs. */
  open: boolean
}

/** A word of a command line, with what is known of its text: `${NAME}` stands for a value only a run can tell. */
export interface LineWord<Word extends Written = Written> {
  word: Word
  text: string | undefined
}

/** A program with its words, as its grammar reads them where it has one. */
export interface CommandLine<Word extends Written = Written> {
  /** The program, without its folders. */
  name: string
  words: readonly LineWord<Word>[]
  match: Match | undefined
}

/** The uses of flags with these names, any of their spellings. */
export const flagUses = ({ match }: CommandLine, ...names: readonly string[]): FlagUse[] =>
  (match?.flags ?? []).filter(
    ({ flag, name }) => names.includes(name) || flag.names.some((other) => names.includes(other)),
  )

/** Whether a switch is on, or a flag with a value is given. */
export const hasFlag = (line: CommandLine, ...names: readonly string[]): boolean =>
  flagUses(line, ...names).some(({ on }) => on !== false)

/** The values flags are given, each with the word it stands in. */
export function flagValues<Word extends Written>(
  line: CommandLine<Word>,
  ...names: readonly string[]
): LineWord<Word>[] {
  return flagUses(line, ...names).flatMap((use) => {
    const at = line.words[use.index]
    if (!at) return []
    if (use.value !== undefined) return [{ word: wordOfValue(line, use, at), text: use.value }]
    const equals = at.text?.startsWith('-') ? at.text.indexOf('=') : -1
    if (equals > 0) return [{ word: at.word, text: at.text?.slice(equals + 1) }]
    const next = line.words[use.index + 1]
    return next ? [next] : []
  })
}

function wordOfValue<Word extends Written>(
  line: CommandLine<Word>,
  { index, value }: FlagUse,
  at: LineWord<Word>,
): Word {
  const next = line.words[index + 1]
  return next && next.word.value === value && !at.text?.endsWith(value ?? '') ? next.word : at.word
}

/** The value that counts of a flag: its last. */
export const flagValue = <Word extends Written>(
  line: CommandLine<Word>,
  ...names: readonly string[]
): LineWord<Word> | undefined => flagValues(line, ...names).at(-1)

/** The positional words, by the tool's grammar. */
export const positionals = <Word extends Written>({ match, words }: CommandLine<Word>): LineWord<Word>[] =>
  (match?.positionals ?? []).flatMap(({ index }) => words[index] ?? [])

/** The texts of the words, empty where only a run can tell. */
export const textsOf = ({ words }: CommandLine): string[] => words.map(({ text }) => text ?? '')

/**
 * Whether options stand among the words of a program without a grammar: long ones by their whole name, with or
 * without a value, and single letters alone or in a cluster (`y` in `-qy`).
 */
export const hasOption = ({ words }: CommandLine, ...options: readonly string[]): boolean =>
  words.some(({ text = '' }) =>
    options.some((option) =>
      option.startsWith('-')
        ? text === option || text.startsWith(`${option}=`)
        : /^-[A-Za-z]+$/.test(text) && text.includes(option),
    ),
  )

/** The first word of a program without a grammar that is no option: the name of its command. */
export const firstOperand = ({ words }: CommandLine): string =>
  words.find(({ text }) => text === undefined || !text.startsWith('-'))?.text ?? ''

/** Whether one of some letters stands among the options, or a long one by its whole name: `f` in `-nf`. */
export const hasLetter = ({ words }: CommandLine, letters: string, ...long: readonly string[]): boolean =>
  words.some(
    ({ text = '' }) =>
      long.some((name) => text === name || text.startsWith(`${name}=`)) ||
      (letters !== '' && new RegExp(`^-[A-Za-z]*[${letters}]`).test(text)),
  )
