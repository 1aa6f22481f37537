import type { SyntaxNode, Word, WordPart } from 'unbash'
import { forEachChild } from 'unbash'
import type { BashWord, Span } from './bash-model.ts'

/** A word of the parser as the checks see it. `span` replaces its place where the parser's is not of the block. */
export function bashWord(word: Word, span: Span = { start: word.pos, end: word.end }): BashWord {
  return {
    ...span,
    text: word.text,
    value: literalOf(word),
    reads: readsOf(word),
    quoted: (word.parts ?? []).some((part) => QUOTES.has(part.type)),
  }
}

const QUOTES = new Set(['SingleQuoted', 'DoubleQuoted', 'AnsiCQuoted', 'LocaleString'])

/** What bash would pass, or undefined when only a run can tell. */
function literalOf(word: Word): string | undefined {
  if (word.text.startsWith('~')) return undefined
  return word.parts ? joined(word.parts) : word.value
}

function joined(parts: readonly WordPart[]): string | undefined {
  let value = ''
  for (const part of parts) {
    const piece = pieceOf(part)
    if (piece === undefined) return undefined
    value += piece
  }
  return value
}

function pieceOf(part: WordPart): string | undefined {
  if (part.type === 'Literal' || part.type === 'SingleQuoted' || part.type === 'AnsiCQuoted') return part.value
  return part.type === 'DoubleQuoted' ? joined(part.parts) : undefined
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
