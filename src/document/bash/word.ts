import type { SyntaxNode, Word, WordPart } from 'unbash'
import { forEachChild } from 'unbash'
import type { BashWord, Span, WordPiece } from './model.ts'

/** A word of the parser as the checks see it. `span` replaces its place where the parser's is not of the block. */
export function bashWord(word: Word, span: Span = { start: word.pos, end: word.end }): BashWord {
  const { parts } = word
  if (!parts && !word.text.startsWith('~'))
    return {
      start: span.start,
      end: span.end,
      text: word.text,
      value: word.value,
      reads: NONE,
      quoted: false,
      pieces: plain(word.value),
      open: false,
    }
  return expandedWord(word, parts ?? [], span)
}

const NONE: readonly string[] = []
const plain = (text: string): WordPiece[] => [{ kind: 'text', text }]

function expandedWord(word: Word, parts: readonly WordPart[], span: Span): BashWord {
  const pieces = word.text.startsWith('~') ? [UNKNOWN] : parts.flatMap(pieceOf)
  return {
    start: span.start,
    end: span.end,
    text: word.text,
    value: pieces.every((piece) => piece.kind === 'text') ? pieces.map(({ text }) => text).join('') : undefined,
    reads: readsOf(word),
    quoted: parts.some((part) => QUOTES.has(part.type)),
    pieces,
    open: parts.some((part) => OPEN.has(part.type)) || word.text.includes('$@') || word.text.includes('[@]'),
  }
}

const QUOTES = new Set(['SingleQuoted', 'DoubleQuoted', 'AnsiCQuoted', 'LocaleString'])
const OPEN = new Set([
  'SimpleExpansion',
  'ParameterExpansion',
  'CommandExpansion',
  'Glob',
  'ExtendedGlob',
  'BraceExpansion',
])
const UNKNOWN: WordPiece = { kind: 'unknown' }

function pieceOf(part: WordPart): WordPiece | WordPiece[] {
  if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted')
    return { kind: 'text', text: part.value }
  if (part.type === 'DoubleQuoted') return part.parts.flatMap(pieceOf)
  const name =
    part.type === 'ParameterExpansion' && (part.operation || part.prefix || part.index) ? undefined : expandedName(part)
  return name ? { kind: 'variable', name } : UNKNOWN
}

/** Names a word's expansions read, in order, each once. */
function readsOf(node: SyntaxNode): string[] {
  const names = new Set<string>()
  const visit = (child: SyntaxNode): void => {
    const name = expandedName(child)
    if (name) names.add(name)
    forEachChild(child, visit)
  }
  visit(node)
  return [...names]
}

/** The variable an expansion reads, or undefined for other nodes and for `$1`, `$?`, `$@`. */
export function expandedName(node: SyntaxNode): string | undefined {
  if (node.type === 'SimpleExpansion') return variableName(node.text.slice(1))
  return node.type === 'ParameterExpansion' ? variableName(node.parameter) : undefined
}

/** The text when it can name a variable. */
export const variableName = (text: string): string | undefined => (/^[A-Za-z_]\w*$/.test(text) ? text : undefined)
