import { certainly, suggest } from '#schema/spelling.ts'
import type { Command, Flag, Grammar } from './model.ts'
import type { Problem } from './problem.ts'
import type { FlagUse } from './reading.ts'
import { type GrammarWord, literalStart } from './word.ts'

/** Where flags are read: what is known here, and the words. */
export interface FlagContext {
  grammar: Grammar
  known: readonly Flag[]
  argv: readonly GrammarWord[]
  /** Flags that are not known may be right all the same. */
  loose?: boolean
}

/** What reading a flag adds to; `next` moves past the words it takes. */
export interface FlagSink {
  flags: FlagUse[]
  problems: Problem[]
  next: number
}

/** Whether a word is a flag: it starts with a dash and is not `-`, `--` or a negative number. */
export const isFlag = (word: GrammarWord): boolean => {
  const start = literalStart(word)
  return start.startsWith('-') && start !== '-' && start !== '--' && !NUMBER.test(start)
}

const NUMBER = /^-\d+(\.\d+)?$/

/** Whether a word is a flag of a command: some take numbers (`ssh -4`), some have values with a dash (`chmod -x`). */
export const isFlagOf = ({ grammar, known }: FlagContext, { dashed }: Command, word: GrammarWord): boolean => {
  if (grammar.syntax === 'gcloud' || grammar.syntax === 'docker') return isFlag(word)
  const start = literalStart(word)
  if (dashed !== undefined && new RegExp(dashed).test(start)) return false
  return isFlag(word) || (NUMBER.test(start) && find(known, start.slice(0, 2)) !== undefined)
}

/** A long flag as a word spells it. */
export interface Spelt {
  name: string
  /** Text after `=`; undefined without one, or when not known. */
  value: string | undefined
  hasValue: boolean
}

/** The name and the value of a long flag. */
export const split = (word: GrammarWord): Spelt => {
  const start = literalStart(word)
  const equals = start.indexOf('=')
  if (equals < 0) return { name: start, value: undefined, hasValue: false }
  return { name: start.slice(0, equals), value: word.value?.slice(equals + 1), hasValue: true }
}

/** The flag of that name. */
export const find = (known: readonly Flag[], name: string): Flag | undefined =>
  known.find((flag) => flag.names.includes(name))

/** Notes a flag the command does not have, and goes past it. `meant` is what is looked for among those it has. */
export const refuse = (context: FlagContext, sink: FlagSink, name: string, meant: string = name): void => {
  if (context.loose) {
    sink.next += 1
    return
  }
  const candidates = context.known.filter((flag) => !flag.hidden).flatMap((flag) => flag.names)
  const others = candidates.filter((candidate) => comparable(context.grammar, candidate, meant))
  const certain = name === meant ? certainly(name, others) : {}
  sink.problems.push({
    kind: 'unknown-flag',
    index: sink.next,
    flag: name,
    // Of a value where none may be, the flag itself is meant.
    suggestion: others.includes(meant) ? meant : suggest(meant, others),
    ...certain,
  })
  sink.next += 1
}

/** Long flags are taken for other long flags; one letter says nothing of what was meant. */
const comparable = ({ syntax }: Grammar, candidate: string, name: string): boolean =>
  syntax === 'single' || (candidate.startsWith('--') && name.startsWith('--'))

/** Notes the use of a flag, and goes past its word. */
export const put = (sink: FlagSink, flag: Flag, given: Pick<FlagUse, 'on' | 'value' | 'command'>): void => {
  sink.flags.push({ flag, index: sink.next, name: flag.names[0] as string, ...given })
  sink.next += 1
}

/** Notes a value given to a switch. */
export const refuseValue = (sink: FlagSink, flag: Flag, value: string | undefined): void => {
  const place = { index: sink.next, flag: flag.names[0] as string }
  sink.problems.push({ kind: 'unexpected-value', ...place, value: value ?? '' })
}
