import { forEachChild, parse, type SyntaxNode } from 'unbash'
import type { Span } from './model.ts'
import { expandedName } from './word.ts'

/** How bash reads what stands at a place: as part of a word, in double quotes, or in the body of a here-document. */
export type Quoting = { kind: 'word' } | { kind: 'double' } | { kind: 'here'; delimiter: string }

/** Where a block expands a plain `$NAME` or `${NAME}`. Offsets are UTF-16, into the block. */
export interface VariablePlace extends Span {
  name: string
  quoting: Quoting
}

/**
 * The places of a block where a value, quoted for its place, means what the variable means there. Left
 * out are those where it cannot: patterns, lists to be split, the name of a command, braces, arithmetic,
 * backticks, and the inside of `${X:-…}`. Never throws: a block that cannot be parsed has none.
 */
export function variablePlaces(text: string): VariablePlace[] {
  const found: VariablePlace[] = []
  try {
    visit(parse(text), WORD, found)
  } catch {
    // The parser and the walk recurse: text nested thousands deep ends here.
    return []
  }
  return found.filter((place) => place.quoting.kind !== 'word' || standsApart(text, place))
}

/** A place where a value as it is would mean something else: the user of `~$NAME`, the descriptor of `$NUMBER>file`. */
const standsApart = (text: string, { start, end }: Span) => text[start - 1] !== '~' && !/[<>]/.test(text[end] ?? '')

const WORD: Quoting = { kind: 'word' }
const DOUBLE: Quoting = { kind: 'double' }

/** `undefined` stands for a place that takes no value unless it is in double quotes. */
function visit(node: SyntaxNode, quoting: Quoting | undefined, found: VariablePlace[]): void {
  const name = plainName(node)
  if (name && quoting) found.push({ name, quoting, start: node.pos, end: node.end })
  if (!isClosed(node)) forEachChild(node, (child) => visit(child, quotingOf(child, node, quoting), found))
}

function plainName(node: SyntaxNode): string | undefined {
  if (node.type === 'ParameterExpansion' && node.text !== `\${${node.parameter}}`) return undefined
  return expandedName(node)
}

/** Bash reads what is inside by rules of its own. */
function isClosed(node: SyntaxNode): boolean {
  if (node.type === 'CommandExpansion') return node.text.startsWith('`')
  return node.type === 'ParameterExpansion' || node.type === 'ArithmeticExpansion' || node.type === 'ArithmeticWord'
}

function quotingOf(node: SyntaxNode, parent: SyntaxNode, outer: Quoting | undefined): Quoting | undefined {
  if (node.type === 'DoubleQuoted' || node.type === 'LocaleString') return DOUBLE
  if (node.type === 'Script' || node.type === 'CompoundList') return WORD
  if (node.type === 'HereDocBody' && parent.type === 'HereDoc')
    return { kind: 'here', delimiter: parent.delimiter?.value ?? '' }
  return takesNone(node, parent) ? undefined : outer
}

const SPLIT_OR_MATCHED = new Set<SyntaxNode['type']>([
  'BraceExpansion',
  'Glob',
  'ExtendedGlob',
  'TestCommand',
  'CaseItem',
])

function takesNone(node: SyntaxNode, parent: SyntaxNode): boolean {
  if (parent.type === 'Command') return node === parent.name
  if (parent.type === 'Assignment') return node === parent.index
  if (parent.type === 'For' || parent.type === 'Select') return node.type === 'Word'
  return SPLIT_OR_MATCHED.has(node.type)
}
