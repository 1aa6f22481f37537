import {
  type FlagContext,
  type FlagSink,
  find,
  isFlag,
  put,
  refuse,
  refuseValue,
  type Spelt,
  split,
} from './flag-sink.ts'
import type { Flag } from './model.ts'
import { readGnu, readSingle } from './read-gnu.ts'
import { type GrammarWord, literalStart } from './word.ts'

/** Reads the flag at `sink.next`, with its value. */
export const readFlag = (context: FlagContext, sink: FlagSink): void => {
  const word = context.argv[sink.next] as GrammarWord
  if (context.grammar.syntax === 'gnu') readGnu(context, sink)
  else if (context.grammar.syntax === 'single') readSingle(context, sink)
  else if (literalStart(word).startsWith('--')) readLong(context, sink, word)
  else readShort(context, sink, word)
}

const readLong = (context: FlagContext, sink: FlagSink, word: GrammarWord): void => {
  const spelt = split(word)
  if (word.value === undefined && !spelt.hasValue) {
    sink.next += 1
    return
  }
  const flag = find(context.known, spelt.name)
  const negated = flag === undefined ? findNegated(context.known, spelt.name) : undefined
  if (flag !== undefined) take(context, sink, flag, spelt)
  else if (negated !== undefined) takeSwitch(context, sink, { flag: negated, spelt, on: false })
  else refuse(context, sink, spelt.name)
}

const findNegated = (known: readonly Flag[], name: string): Flag | undefined =>
  name.startsWith('--no-')
    ? known.find((flag) => flag.negatable && flag.names.includes(`--${name.slice(5)}`))
    : undefined

const take = (context: FlagContext, sink: FlagSink, flag: Flag, spelt: Spelt): void => {
  if (flag.value === undefined) takeSwitch(context, sink, { flag, spelt, on: true })
  else if (spelt.hasValue || flag.optionalValue) put(sink, flag, { value: spelt.value })
  else takeNextWord(context, sink, flag)
}

const takeNextWord = (context: FlagContext, sink: FlagSink, flag: Flag): void => {
  const word = context.argv[sink.next + 1]
  const missing = word === undefined || (context.grammar.syntax === 'gcloud' && (isFlag(word) || word.value === '--'))
  if (missing) {
    sink.problems.push({ kind: 'missing-value', index: sink.next, flag: flag.names[0] as string })
    put(sink, flag, { value: undefined })
    return
  }
  put(sink, flag, { value: word.value })
  sink.next += 1
}

interface SwitchUse {
  flag: Flag
  spelt: Spelt
  on: boolean
}

const takeSwitch = (context: FlagContext, sink: FlagSink, { flag, spelt, on }: SwitchUse): void => {
  if (spelt.hasValue && !(context.grammar.syntax === 'docker' && isBoolean(spelt.value))) {
    refuseValue(sink, flag, spelt.value)
  }
  const explicit = spelt.value === undefined ? undefined : /^(1|t|true)$/i.test(spelt.value)
  put(sink, flag, { on: spelt.hasValue ? explicit : on })
}

const isBoolean = (value: string | undefined): boolean => value === undefined || /^(1|0|t|f|true|false)$/i.test(value)

/** `-it`, `-p8000:80`, `-p=8000:80`, `-p 8000:80`. */
const readShort = (context: FlagContext, sink: FlagSink, word: GrammarWord): void => {
  const letters = literalStart(word).slice(1)
  const start = sink.next
  for (let at = 0; at < letters.length; at += 1) {
    sink.next = start
    const flag = find(context.known, `-${letters[at]}`)
    if (flag === undefined) refuse(context, sink, at === 0 ? literalStart(word) : `-${letters[at]}`)
    else if (flag.value === undefined) put(sink, flag, { on: true })
    else takeShortValue(context, sink, flag, { word, at: at + 2 })
    if (flag === undefined || flag.value !== undefined) return
  }
}

interface Attached {
  word: GrammarWord
  /** Where the value starts in the word. */
  at: number
}

const takeShortValue = (context: FlagContext, sink: FlagSink, flag: Flag, { word, at }: Attached): void => {
  if (literalStart(word).slice(at) === '' && word.value !== undefined) {
    takeNextWord(context, sink, flag)
    return
  }
  const value = word.value?.slice(at)
  put(sink, flag, { value: value?.startsWith('=') ? value.slice(1) : value })
}
