import type { HereDoc, Word, WordPart } from 'unbash'
import { parse } from 'unbash'
import type { BashHeredoc, BashWord, ShellText, WordPiece } from './model.ts'
import { HOLE, type Holes, TextBuilder, within } from './shell-text.ts'
import { addUnquoted, type Quoting } from './unquote.ts'
import { expandedName } from './word.ts'

/** The text a word hands to the program it is for; undefined when it cannot be followed. */
export function textOfWord(word: BashWord, holes: Holes): ShellText | undefined {
  const { start, end } = word.origin ?? word
  if (isForeign(word.text, holes) || word.text.length !== end - start) return undefined
  const builder = new TextBuilder()
  if (isPlain(word)) builder.addPlain(word.text, start)
  else if (!addWord({ builder, holes, base: start - PREFIX.length }, word.text)) return undefined
  const text = word.mark ? withoutMark(builder.build(), word.mark, holes) : builder.build()
  return within(word.origin?.text, text)
}

/** The text a here-document feeds to its program; undefined when it cannot be followed. */
export function textOfHeredoc(heredoc: BashHeredoc, holes: Holes): ShellText | undefined {
  const { text, quoted, indented, origin } = heredoc
  const { start, end } = origin ?? heredoc
  if (isForeign(text, holes) || text.length !== end - start) return undefined
  const builder = new TextBuilder()
  if (quoted) builder.addPlain(text, start)
  else if (!addBody({ builder, holes, base: start - OPENING.length }, text)) return undefined
  return within(origin?.text, indented ? withoutTabs(builder.build()) : builder.build())
}

/** A text with a hole for each mark in it. */
function withoutMark({ text, starts, ends }: ShellText, mark: string, holes: Holes): ShellText {
  const builder = new TextBuilder()
  for (let at = 0; at < text.length; at += 1) {
    const [start, end] = [starts[at] as number, ends[at] as number]
    if (text.startsWith(mark, at)) {
      const last = at + mark.length - 1
      builder.addHole(holes, { kind: 'unknown' }, { start, end: ends[last] as number })
      at = last
    } else builder.add(text[at] as string, start, end)
  }
  return builder.build()
}

/** Text with characters that look like holes before there are any cannot be told from them. */
const isForeign = (text: string, holes: Holes) => holes.length === 0 && HOLE.test(text)

const isPlain = ({ text, value, quoted }: BashWord) => !quoted && text === value

interface Adding {
  builder: TextBuilder
  holes: Holes
  /** What takes an offset of the text parsed here to its place. */
  base: number
}

/** Makes a word parse as one whatever it is: `if`, `a=b`. */
const PREFIX = ': '

function addWord(adding: Adding, text: string): boolean {
  const command = parse(`${PREFIX}${text}`).commands[0]?.command
  const word = command?.type === 'Command' ? command.args[0] : undefined
  if (word?.type !== 'Word' || word.end !== PREFIX.length + text.length) return false
  if (word.parts) addParts(adding, word.parts, 'none')
  else addTilde(adding, word)
  return true
}

function addTilde({ builder, holes, base }: Adding, { text, pos }: Word): void {
  const tilde = /^~[\w.-]*/.exec(text)?.[0] ?? ''
  if (tilde) builder.addHole(holes, { kind: 'unknown' }, { start: base + pos, end: base + pos + tilde.length })
  addUnquoted(builder, text.slice(tilde.length), base + pos + tilde.length, 'none')
}

const OPENING = ': <<\uf8ff\n'

function addBody(adding: Adding, text: string): boolean {
  const command = parse(`${OPENING}${text}\uf8ff\n`).commands[0]?.command
  const body = command?.type === 'Command' ? command.redirects.find(isHeredoc)?.body : undefined
  if (!body || body.text !== text) return false
  if (body.parts) addParts(adding, body.parts, 'heredoc')
  else addUnquoted(adding.builder, text, adding.base + OPENING.length, 'heredoc')
  return true
}

const isHeredoc = (redirect: { type: string }): redirect is HereDoc => redirect.type === 'HereDoc'

function addParts(adding: Adding, parts: readonly WordPart[], quoting: Quoting): void {
  for (const part of parts) addPart(adding, part, quoting)
}

function addPart(adding: Adding, part: WordPart, quoting: Quoting): void {
  const { builder, base } = adding
  if (part.type === 'Literal') addUnquoted(builder, part.text, base + part.pos, quoting)
  else if (part.type === 'SingleQuoted') builder.addPlain(part.value, base + part.pos + 1)
  else if (part.type === 'AnsiCQuoted') addUnquoted(builder, part.text.slice(2, -1), base + part.pos + 2, 'ansi')
  else if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') addParts(adding, part.parts, 'double')
  else builder.addHole(adding.holes, holeOf(part), { start: base + part.pos, end: base + part.end })
}

function holeOf(part: WordPart): WordPiece {
  if (part.type === 'ParameterExpansion' && (part.operation || part.prefix || part.index)) return { kind: 'unknown' }
  const name = expandedName(part)
  return name ? { kind: 'variable', name } : { kind: 'unknown' }
}

/** `<<-` drops the tabs at the start of each line. */
function withoutTabs({ text, starts, ends }: ShellText): ShellText {
  const builder = new TextBuilder()
  let indents = true
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string
    indents = indents && letter === '\t'
    if (!indents) builder.add(letter, starts[at] as number, ends[at] as number)
    indents ||= letter === '\n'
  }
  return builder.build()
}
