import type { BashCommand, BashWord } from '#document/bash-model.ts'
import type { CheckedBlock, Page, StepBlock } from '#document/model.ts'
import { placeIn } from '#document/model.ts'
import type { Place } from '#schema/place.ts'
import type { FlagUse, Match } from '#tools/match/reading.ts'

/** A block of bash whose commands are looked at. */
export type BashBlock = StepBlock | CheckedBlock

/** A word with the text it has once variables of the page are filled in; `${NAME}` stands for what a reader or a run supplies. */
export interface CallWord {
  word: BashWord
  text: string | undefined
}

/** Where commands run that are handed on: a host reached by `ssh`, a container. `name` is undefined where only a run can tell. */
export interface Machine {
  kind: 'host' | 'container'
  name: string | undefined
}

/** A program that runs a call in a changed environment: `sudo`, `env`, `timeout`. */
export interface Prefix {
  name: string
  nameWord: BashWord
  words: readonly BashWord[]
  match: Match
}

/**
 * One command of a page, ready for the rules. Commands handed to another shell
 * or program (`ssh host "…"`, `bash -c`, `docker exec`, `xargs`, `find -exec`)
 * are calls of their own, right after the one that hands them over.
 */
export interface Call {
  page: Page
  block: BashBlock
  command: BashCommand
  /** The program or builtin, after `sudo` and the like. */
  name: string
  nameWord: BashWord
  words: readonly CallWord[]
  /** Ended by `timeout` if it does not end by itself. */
  timed: boolean
  /** How the tool's grammar reads it, where there is one. */
  match: Match | undefined
  /** What stands before it, outermost first. */
  prefixes: readonly Prefix[]
  /** The machines it is handed to, outermost first: none is the reader's own. */
  where: readonly Machine[]
  /** The call that hands it over. */
  outer: Call | undefined
}

/** Whether a call runs on the reader's own machine. */
export const isHere = ({ where }: Call): boolean => where.length === 0

/** Place of a word of a call. */
export const placeOfWord = ({ page, block }: Call, { start, end }: { start: number; end: number }): Place =>
  placeIn(page, block, start, end)

/** Place of the program's name. */
export const placeOfCall = (call: Call): Place => placeOfWord(call, call.nameWord)

/** Whether a call is of a tool's command: `isCommand(call, 'gcloud', 'run deploy')`. */
export const isCommand = ({ name, match }: Call, tool: string, ...paths: readonly string[]): boolean =>
  (name === tool || (tool === 'docker' && name === 'docker-compose')) &&
  match !== undefined &&
  paths.includes(match.subcommand)

/** A call's program and command in the words the page has: `docker-compose up`, `docker container rm`. */
export function commandOf({ name, match }: Call): string {
  const path = match?.path ?? []
  return [name, ...(name === 'docker-compose' ? path.slice(1) : path)].join(' ')
}

export const flagUses = ({ match }: Call, ...names: readonly string[]): FlagUse[] =>
  (match?.flags ?? []).filter(
    ({ flag, name }) => names.includes(name) || flag.names.some((other) => names.includes(other)),
  )

/** Whether a switch is on, or a flag with a value is given. */
export const hasFlag = (call: Call, ...names: readonly string[]): boolean =>
  flagUses(call, ...names).some(({ on }) => on !== false)

/** The values a flag is given, with the word each stands in. */
export function flagValues(call: Call, ...names: readonly string[]): CallWord[] {
  return flagUses(call, ...names).flatMap((use) => {
    const at = call.words[use.index]
    if (!at) return []
    if (use.value !== undefined) return [{ word: wordOfValue(call, use, at), text: use.value }]
    const equals = at.text?.startsWith('-') ? at.text.indexOf('=') : -1
    if (equals > 0) return [{ word: at.word, text: at.text?.slice(equals + 1) }]
    const next = call.words[use.index + 1]
    return next ? [next] : []
  })
}

function wordOfValue(call: Call, { index, value }: FlagUse, at: CallWord): BashWord {
  const next = call.words[index + 1]
  return next && next.word.value === value && !at.text?.endsWith(value ?? '') ? next.word : at.word
}

export const flagValue = (call: Call, ...names: readonly string[]): CallWord | undefined =>
  flagValues(call, ...names).at(-1)

/** The positional words of a call, by its tool's grammar. */
export const positionals = ({ match, words }: Call): CallWord[] =>
  (match?.positionals ?? []).flatMap(({ index }) => words[index] ?? [])
