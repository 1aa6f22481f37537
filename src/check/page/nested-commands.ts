import type { BashHeredoc, BashWord, ShellText } from '#document/bash/model.ts'
import { textOfHeredoc, textOfWord } from '#document/bash/nested-text.ts'
import { type Holes, joined } from '#document/bash/shell-text.ts'
import type { Machine, Nested } from '#tools/facts/nested-command.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import type { LineWord } from '#tools/match/line.ts'
import { ask, type Call } from './call.ts'

/** Text fed to a program: a here-document, or the word of `<<<`. */
export type Input = BashHeredoc | BashWord

/** What a call hands to another program or shell, as it can be read on, and the machine that one runs on if it is another. */
export type NestedCommand = { machine: Machine | undefined } & (
  | { kind: 'words'; words: readonly BashWord[]; more: boolean }
  | { kind: 'script'; text: ShellText }
)

/** The commands a call hands over. `input` is what is fed to it. Nothing where they cannot be followed. */
export const nestedCommandsOf = (call: Call, input: Input | undefined, holes: Holes): NestedCommand[] =>
  (ask(call, 'hands') ?? []).flatMap((handed) => read(handed, input, holes) ?? [])

function read(handed: Nested, input: Input | undefined, holes: Holes): NestedCommand | undefined {
  const { machine } = handed
  if (handed.kind === 'words') {
    const words = marked(wordsOf(handed.words), handed.mark)
    if (handed.maybe && !isKnown(words[0])) return undefined
    return { kind: 'words', words, more: handed.more ?? false, machine }
  }
  const text = textOf(handed, input, holes)
  return text && { kind: 'script', text, machine }
}

const isKnown = (word: BashWord | undefined): boolean =>
  KNOWN_PROGRAMS.has(word?.value?.replace(/^\/(usr\/)?bin\//, '') ?? '')

function textOf(handed: Exclude<Nested, { kind: 'words' }>, input: Input | undefined, holes: Holes) {
  if (handed.kind === 'joined') return joinedText(wordsOf(handed.words), holes)
  if (handed.kind === 'text') return textOfWord(handed.word.word as BashWord, holes)
  if (!input) return undefined
  return 'pieces' in input ? textOfWord(input, holes) : textOfHeredoc(input, holes)
}

/** The words of a line of a page are words of bash. */
const wordsOf = (words: readonly LineWord[]): BashWord[] => words.map(({ word }) => word as BashWord)

/** Words joined with blanks, for another shell to read. */
function joinedText(words: readonly BashWord[], holes: Holes): ShellText | undefined {
  const texts = words.map((word) => textOfWord(word, holes))
  const whole = texts.filter((text) => text !== undefined)
  return whole.length === texts.length && whole.length > 0 ? joined(whole) : undefined
}

/** Words in which what stands for a mark is not known. */
const marked = (words: readonly BashWord[], mark: string | undefined): BashWord[] =>
  words.map((word) =>
    mark && word.text.includes(mark) ? { ...word, mark, value: undefined, pieces: [{ kind: 'unknown' }] } : word,
  )
