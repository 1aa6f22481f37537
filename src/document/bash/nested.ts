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
export interface NestedText {
  text: ShellText
  holes: Holes
  /** The shell that reads it knows nothing of the page's variables. */
  remote: boolean
}

/** Reads a text handed to another shell. Every place is one of the block. */
export function parseNested(nested: NestedText): BashScript {
  const script = parseBash(nested.text.text)
  const place = <Item extends Span>(item: Item): Item => ({ ...item, ...spanIn(nested.text, item) })
  return {
    ...script,
    errors: script.errors.map(place),
    commands: script.commands.map((command) => commandIn(nested, command)),
    reads: nested.remote ? [] : script.reads.map(place),
    writes: script.writes.map(place),
    comments: script.comments.map(place),
  }
}

const commandIn = (nested: NestedText, command: BashCommand): BashCommand => ({
  ...command,
  ...spanIn(nested.text, command),
  name: command.name && wordIn(nested, command.name),
  args: command.args.map((word) => wordIn(nested, word)),
  assignments: command.assignments.map((assignment) => assignmentIn(nested, assignment)),
  redirects: command.redirects.map((redirect) => redirectIn(nested, redirect)),
})

const assignmentIn = (nested: NestedText, assignment: BashAssignment): BashAssignment => ({
  ...assignment,
  ...spanIn(nested.text, assignment),
  value: assignment.value && wordIn(nested, assignment.value),
})

const redirectIn = (nested: NestedText, { heredoc, ...redirect }: BashRedirect): BashRedirect => ({
  ...redirect,
  ...spanIn(nested.text, redirect),
  target: redirect.target && wordIn(nested, redirect.target),
  ...(heredoc && { heredoc: heredocIn(nested, heredoc) }),
})

const heredocIn = ({ text }: NestedText, heredoc: BashHeredoc): BashHeredoc => ({
  ...heredoc,
  ...spanIn(text, heredoc),
  origin: { text, start: heredoc.start, end: heredoc.end },
})

function wordIn(nested: NestedText, word: BashWord): BashWord {
  const pieces = word.pieces.flatMap((piece) => pieceIn(nested, piece))
  const filled = pieces.some((piece, index) => piece !== word.pieces[index])
  const names = pieces.flatMap((piece) => (piece.kind === 'variable' ? piece.name : []))
  return {
    ...word,
    ...spanIn(nested.text, word),
    value: pieces.every((piece) => piece.kind === 'text') ? word.value : undefined,
    pieces,
    reads: [...new Set([...(nested.remote ? [] : word.reads), ...names])],
    open: word.open || (filled && !word.quoted),
    origin: { text: nested.text, start: word.start, end: word.end },
  }
}

function pieceIn({ holes, remote }: NestedText, piece: WordPiece): readonly WordPiece[] {
  if (piece.kind === 'text') return splitPieces(piece, holes)
  return remote ? [{ kind: 'unknown' }] : [piece]
}

/** The piece itself where it has no hole, so that a word tells whether it was filled. */
function splitPieces(piece: Extract<WordPiece, { kind: 'text' }>, holes: Holes): readonly WordPiece[] {
  const pieces = piecesOf(piece.text, holes)
  return pieces.length === 1 && pieces[0]?.kind === 'text' ? [piece] : pieces
}
