import { type FlagContext, type FlagSink, find, put, refuse, refuseValue, split } from './flag-sink.ts'
import type { Flag } from './model.ts'
import { type GrammarWord, literalStart } from './word.ts'

/** Reads a flag as getopt does: clusters, attached values, long flags that may be shortened. */
export const readGnu = (context: FlagContext, sink: FlagSink): void => {
  const word = context.argv[sink.next] as GrammarWord
  if (literalStart(word).startsWith('--')) readLong(context, sink, word)
  else readCluster(context, sink, { word, letters: literalStart(word).slice(1), offset: 1 })
}

/** Reads a flag of several letters after one dash, or after two. */
export const readSingle = (context: FlagContext, sink: FlagSink): void => {
  const word = context.argv[sink.next] as GrammarWord
  const name = literalStart(word)
  const flag = find(context.known, name) ?? find(context.known, name.replace(/^--/, '-'))
  if (word.value === undefined && flag === undefined) sink.next += 1
  else if (flag === undefined) refuse(context, sink, name)
  else takeWhole(context, sink, flag)
}

const readLong = (context: FlagContext, sink: FlagSink, word: GrammarWord): void => {
  const spelt = split(word)
  if (word.value === undefined && !spelt.hasValue) {
    sink.next += 1
    return
  }
  const flag =
    find(context.known, spelt.name) ??
    findNegated(context.known, spelt.name) ??
    findShortened(context.known, spelt.name)
  if (flag === undefined) refuse(context, sink, spelt.name)
  else if (spelt.hasValue && flag.apart) refuse(context, sink, literalStart(word), spelt.name)
  else if (!spelt.hasValue) takeWhole(context, sink, flag)
  else {
    if (flag.value === undefined) refuseValue(sink, flag, spelt.value)
    put(sink, flag, flag.value === undefined ? { on: true } : { value: spelt.value })
  }
}

/** `--no-x` of `--x`, and `--x` of `--no-x`. A negated flag takes no value. */
const findNegated = (known: readonly Flag[], name: string): Flag | undefined => {
  const other = name.startsWith('--no-') ? `--${name.slice(5)}` : `--no-${name.slice(2)}`
  const flag = find(known, other)
  return flag?.negatable ? { names: [name], repeated: true } : undefined
}

/** getopt takes the start of a long flag when only one starts like it. */
const findShortened = (known: readonly Flag[], name: string): Flag | undefined => {
  const matching = known.filter((flag) => flag.names.some((other) => other.startsWith(name) && name.length > 3))
  return matching.length === 1 ? matching[0] : undefined
}

/** A flag that fills its word: its value, or its command, is in the words after it. */
const takeWhole = (context: FlagContext, sink: FlagSink, flag: Flag): void => {
  if (flag.command) takeCommand(context, sink, flag)
  else if (flag.value === undefined || flag.optionalValue) put(sink, flag, flag.value === undefined ? { on: true } : {})
  else takeNext(context, sink, flag)
}

const takeNext = (context: FlagContext, sink: FlagSink, flag: Flag): void => {
  const wanted = flag.pair ? 2 : 1
  const given = context.argv.slice(sink.next + 1, sink.next + 1 + wanted)
  if (given.length < wanted && !given.some(({ open }) => open))
    sink.problems.push({ kind: 'missing-value', index: sink.next, flag: flag.names[0] as string })
  put(sink, flag, { value: given.at(-1)?.value })
  sink.next += given.length
}

/** `-exec rm {} \;`: an unknown end is a missing value. */
const takeCommand = (context: FlagContext, sink: FlagSink, flag: Flag): void => {
  const start = sink.next + 1
  const length = context.argv.slice(start).findIndex(({ value }) => value === ';' || value === '+')
  if (length <= 0) sink.problems.push({ kind: 'missing-value', index: sink.next, flag: flag.names[0] as string })
  const end = length < 0 ? context.argv.length : start + length
  put(sink, flag, { command: { start, end } })
  sink.next = end + 1
}

interface Cluster {
  word: GrammarWord
  letters: string
  /** Where the letters start in the word. */
  offset: number
}

/** `-it`, `-p22`, `-p 22`. `offset` is 0 for the first word of `tar xzf`, whose values all follow. */
export const readCluster = (context: FlagContext, sink: FlagSink, { word, letters, offset }: Cluster): void => {
  const start = sink.next
  for (let at = 0; at < letters.length; at += 1) {
    const flag = find(context.known, `-${letters[at]}`)
    if (flag === undefined) refuseLetter(context, sink, { word, at, start })
    else if (flag.value === undefined) putAt(sink, flag, start, { on: true })
    else if (takeAttached(context, sink, flag, { word, at: at + offset, start })) return
    if (flag === undefined) return
  }
  sink.next = Math.max(sink.next, start + 1)
}

interface Letter {
  word: GrammarWord
  at: number
  start: number
}

const refuseLetter = (context: FlagContext, sink: FlagSink, { word, at, start }: Letter): void => {
  sink.next = start
  refuse(context, sink, at === 0 ? literalStart(word) : `-${literalStart(word).replace(/^-/, '')[at]}`)
}

const putAt = (
  sink: FlagSink,
  flag: Flag,
  start: number,
  given: { on?: boolean; value?: string | undefined },
): void => {
  const next = Math.max(sink.next, start + 1)
  sink.next = start
  put(sink, flag, given)
  sink.next = next
}

/** Whether the rest of the word was the value. */
const takeAttached = (context: FlagContext, sink: FlagSink, flag: Flag, { word, at, start }: Letter): boolean => {
  const rest = word.value?.slice(at + 1)
  const bundle = !literalStart(word).startsWith('-')
  if (!bundle && (rest !== '' || flag.optionalValue)) {
    putAt(sink, flag, start, { value: rest === '' ? undefined : rest })
    return true
  }
  const [from, index] = [Math.max(sink.next, start + 1), start]
  const given = context.argv[from]
  if (given === undefined) sink.problems.push({ kind: 'missing-value', index, flag: `-${literalStart(word)[at]}` })
  putAt(sink, flag, start, { value: given?.value })
  sink.next = from + (given === undefined ? 0 : 1)
  return !bundle
}
