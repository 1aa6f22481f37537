import type { BashCommand, BashWord } from '#document/bash/model.ts'
import type { CheckedBlock, Page, StepBlock } from '#document/model.ts'
import { placeIn } from '#document/model.ts'
import type { Place } from '#schema/place.ts'
import type { KnownLine, Traits } from '#tools/facts/model.ts'
import type { Machine } from '#tools/facts/nested-command.ts'
import type { CommandLine, LineWord } from '#tools/match/line.ts'
import type { Match } from '#tools/match/reading.ts'

export { ask } from '#tools/facts/model.ts'
export { flagValues, hasFlag, positionals } from '#tools/match/line.ts'

/** A block of bash whose commands are looked at. */
export type BashBlock = StepBlock | CheckedBlock

/** A word with the text it has once variables of the page are filled in; `${NAME}` stands for what a reader or a run supplies. */
export type CallWord = LineWord<BashWord>

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
 *
 * Its name is that of the program or builtin, after `sudo` and the like; its facts are what is known of its command.
 */
export interface Call extends CommandLine<BashWord>, KnownLine {
  page: Page
  block: BashBlock
  command: BashCommand
  nameWord: BashWord
  words: readonly CallWord[]
  /** What is known of the program, whatever its words. */
  traits: Traits
  /** The words of its command as they are written: `container rm`. */
  path: readonly string[]
  /** Ended by `timeout` if it does not end by itself. */
  timed: boolean
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

/** A call's program and command in the words the page has: `docker-compose up`, `docker container rm`. */
export const commandOf = ({ name, path }: Call): string => [name, ...path].join(' ')
