import type { Case, SyntaxNode, While } from 'unbash'
import { forEachChild, parse } from 'unbash'
import type { Span } from './model.ts'

/**
 * Loops over a script's arguments, `while [ $# -gt 0 ]`, that never end for an
 * argument no branch of their `case` knows: nothing else in them shifts.
 */
export function endlessArgumentLoops(text: string): Span[] {
  if (!text.includes('$#')) return []
  const found: Span[] = []
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'While' && isEndless(node, text)) found.push({ start: node.pos, end: node.clause.end })
    forEachChild(node, visit)
  }
  visit(parse(text))
  return found
}

function isEndless(loop: While, text: string): boolean {
  if (!text.slice(loop.clause.pos, loop.clause.end).includes('$#')) return false
  const cases: Case[] = []
  let shifts = false
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Case') cases.push(node)
    else {
      if (node.type === 'Command' && /^(shift|break|return|exit)$/.test(node.name?.value ?? '')) shifts = true
      forEachChild(node, visit)
    }
  }
  visit(loop.body)
  return cases.length > 0 && !shifts && !cases.some(knowsAll)
}

const knowsAll = ({ items }: Case) => items.some(({ pattern }) => pattern.some(({ value }) => value === '*'))
