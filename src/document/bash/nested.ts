import type {
  BashAssignment,
  BashCommand,
  BashHeredoc,
  BashRedirect,
  BashScript,
  BashWord,
  ShellText,
  Span,
  WordPiece,
} from './model.ts'
import { parseBash } from './read.ts'
import { type Holes, piecesOf, spanIn } from './shell-text.ts'

/** A text another shell reads, and how. */
export interface Nested {
  text: ShellText
  holes: Holes
  /** The shell that reads it knows nothing of the page's variables. */
  remote: boolean
}

/** Reads a text handed to another shell. Every place is one of the block. */
export function parseNested(handed: Nested): BashScript {
  const script = parseBash(handed.text.text)
  const place = <Item extends Span>(item: Item): Item => ({ ...item, ...spanIn(handed.text, item) })
  return {
    ...script,
    errors: script.errors.map(place),
    commands: script.commands.map((command) => commandIn(handed, command)),
    reads: handed.remote ? [] : script.reads.map(place),
    writes: script.writes.map(place),
    comments: script.comments.map(place),
  }
}

const commandIn = (handed: Nested, command: BashCommand): BashCommand => ({
  ...command,
  ...spanIn(handed.text, command),
  name: command.name && wordIn(handed, command.name),
  args: command.args.map((word) => wordIn(handed, word)),
  assignments: command.assignments.map((assignment) => assignmentIn(handed, assignment)),
  redirects: command.redirects.map((redirect) => redirectIn(handed, redirect)),
})

const assignmentIn = (handed: Nested, assignment: BashAssignment): BashAssignment => ({
  ...assignment,
  ...spanIn(handed.text, assignment),
  value: assignment.value && wordIn(handed, assignment.value),
})

const redirectIn = (handed: Nested, { heredoc, ...redirect }: BashRedirect): BashRedirect => ({
  ...redirect,
  ...spanIn(handed.text, redirect),
  target: redirect.target && wordIn(handed, redirect.target),
  ...(heredoc && { heredoc: heredocIn(handed, heredoc) }),
})

const heredocIn = ({ text }: Nested, heredoc: BashHeredoc): BashHeredoc => ({
  ...heredoc,
  ...spanIn(text, heredoc),
  origin: { text, start: heredoc.start, end: heredoc.end },
})

function wordIn(handed: Nested, word: BashWord): BashWord {
  const pieces = word.pieces.flatMap((piece) => pieceIn(handed, piece))
  const filled = pieces.some((piece, index) => piece !== word.pieces[index])
  const names = pieces.flatMap((piece) => (piece.kind === 'variable' ? piece.name : []))
  return {
    ...word,
    ...spanIn(handed.text, word),
    value: pieces.every((piece) => piece.kind === 'text') ? word.value : undefined,
    pieces,
    reads: [...new Set([...(handed.remote ? [] : word.reads), ...names])],
    open: word.open || (filled && !word.quoted),
    origin: { text: handed.text, start: word.start, end: word.end },
  }
}

function pieceIn({ holes, remote }: Nested, piece: WordPiece): readonly WordPiece[] {
  if (piece.kind === 'text') return splitPieces(piece, holes)
  return remote ? [{ kind: 'unknown' }] : [piece]
}

/** The piece itself where it has no hole, so that a word tells whether it was filled. */
function splitPieces(piece: Extract<WordPiece, { kind: 'text' }>, holes: Holes): readonly WordPiece[] {
  const pieces = piecesOf(piece.text, holes)
  return pieces.length === 1 && pieces[0]?.kind === 'text' ? [piece] : pieces
}
