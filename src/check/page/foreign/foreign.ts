import type { BashCommand, BashError } from '#document/bash/model.ts'
import { isSurelySentence } from '#document/bash/sentence.ts'
import { takesSentences } from '#tools/by-name.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import type { BashBlock } from '../call.ts'
import { isWindowsPath } from '../windows-path.ts'
import { type Shape, shapeOf } from './shape.ts'
import { isRow } from './table.ts'

/** What of a block is not bash: what it is, its first line, and whether a place of the block is in it. */
export interface Foreign {
  block: BashBlock
  shape: Shape
  start: number
  end: number
  covers: (offset: number) => boolean
}

interface Line {
  text: string
  start: number
}

/** A line that may be no command: where what is read of it starts, and how sure it is that it is a command. */
interface Candidate {
  at: number
  from: number
  kind: 'known' | 'unknown' | 'gloss' | 'unread'
}

/**
 * The first line of a block that is no command, and the others. A program nobody
 * knows is a command as long as its line has the shape of one.
 */
export function foreignIn(block: BashBlock): Foreign | undefined {
  const lines = linesOf(block.text)
  const all = candidates(block, lines)
  const found = all.flatMap((candidate) => {
    const shape = shapeAt(lines, candidate)
    return shape ? [{ at: candidate.at, shape }] : []
  })
  const [first] = found
  if (!first) return undefined
  const { start, text } = lines[first.at] as Line
  const span = { start: start + text.search(/\S/), end: start + text.trimEnd().length }
  return { block, shape: first.shape, ...span, covers: coverOf(lines, all, found) }
}

/** Shapes that a single line has; the others go on until a blank line or a command. */
const SINGLE = new Set<Shape>(['prose', 'option', 'assignment', 'omission'])

function coverOf(lines: readonly Line[], all: readonly Candidate[], found: readonly { at: number; shape: Shape }[]) {
  const commands = new Set(all.filter(({ kind }) => kind === 'known').map(({ at }) => at))
  const covered = new Set<number>()
  for (const { at, shape } of found) {
    covered.add(at)
    if (SINGLE.has(shape)) continue
    for (let next = at + 1; lines[next]?.text.trim() && !commands.has(next); next += 1) covered.add(next)
  }
  return (offset: number) => covered.has(lineAt(lines, offset))
}

function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map((line) => {
    const at = start
    start += line.length + 1
    return { text: line, start: at }
  })
}

/** Lines that start with a command, and the one bash cannot read. */
function candidates({ script }: BashBlock, lines: readonly Line[]): Candidate[] {
  const functions = new Set(script.functions)
  const starts = script.commands.flatMap((command): Candidate[] => {
    if (!command.name) return []
    const at = lineAt(lines, command.name.start)
    const { start, text } = lines[at] as Line
    if (!BEFORE_NAME.test(text.slice(0, command.name.start - start))) return []
    return [{ at, from: command.name.start - start, kind: kindOf(command, functions) }]
  })
  return [...starts, ...unread(script.errors, lines)].toSorted((a, b) => a.at - b.at)
}

/** Assignments may stand before the name of a program. */
const BEFORE_NAME = /^\s*(?:\w+\+?=(?:"[^"]*"|'[^']*'|`[^`]*`|\$\([^)]*\)|[^\s"'])*\s+)*$/

function unread([error]: readonly BashError[], lines: readonly Line[]): Candidate[] {
  if (!error) return []
  const at = lineAt(lines, error.start)
  const goesOn = lines[at - 1]?.text.endsWith('\\')
  return goesOn ? [] : [{ at, from: 0, kind: 'unread' }]
}

const lineAt = (lines: readonly Line[], offset: number): number => lines.findLastIndex(({ start }) => start <= offset)

/** `docker build: builds the image` tells of a command. */
function kindOf({ name, args }: BashCommand, functions: ReadonlySet<string>): Candidate['kind'] {
  const program = name?.value
  if (program === undefined) return /[$`]/.test(name?.text ?? '') ? 'known' : 'unknown'
  if (!KNOWN_PROGRAMS.has(program)) return functions.has(program) ? 'known' : 'unknown'
  return /^[\p{L}\d]+:$/u.test(args[0]?.text ?? '') && !takesSentences(program) ? 'gloss' : 'known'
}

function shapeAt(lines: readonly Line[], { at, from, kind }: Candidate): Shape | undefined {
  const line = withoutComment((lines[at] as Line).text.slice(from)).trim()
  const word = firstWord(line)
  if (isWindowsPath(word)) return undefined
  if (kind === 'known') return !takesSentences(word) && isSurelySentence(line) ? 'prose' : undefined
  const shape = shapeOf({ line, before: lines[at - 1]?.text ?? '', after: lines[at + 1]?.text ?? '' })
  if (kind === 'gloss') return 'prose'
  if (kind === 'unread') return shape === 'option' ? undefined : (shape ?? shapeOfUnread(line))
  return shape ?? (isProgram(word) ? undefined : 'text')
}

/** Where bash gives up on a line, less is enough to tell that it was not meant for it. */
const shapeOfUnread = (line: string): Shape | undefined =>
  isRow(line) ? 'output' : /^(?:\p{Lu}\p{Ll}+:? |\(\d+\) |;)/u.test(line) ? 'text' : undefined

const firstWord = (line: string) => /\S+/.exec(line)?.[0] ?? ''

/** What may be the name of a program: a word, or a path. */
const isProgram = (word: string) => PROGRAM.test(word) && !/^\d+[.)]?$|[.:,]$/.test(word)
const PROGRAM = /^["']?(?:[\w.~@+${}-]*\/)*[\w.$@{][\w.+@${}%-]*["']?$/

const withoutComment = (line: string) => line.replace(/\s+#\s.*$/, '')
