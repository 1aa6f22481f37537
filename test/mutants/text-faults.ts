import type { Block } from '#document/model.ts'
import type { BlockFault } from './fault.ts'
import { misspell } from './misspell.ts'
import { tokenFaults } from './token-faults.ts'

/** A quote that is missing, for each quote of a block that is not in a comment. */
export function quoteFaults(block: Block, index: number): BlockFault[] {
  if (block.kind !== 'step' && block.kind !== 'checked') return []
  const { comments } = block.script
  return [...block.text.matchAll(/["']/g)]
    .filter(({ index: at }) => !comments.some(({ start, end }) => at >= start && at < end))
    .map(({ index: at }) => ({ kind: 'quote-broken', index, start: at, end: at + 1, text: '' }))
}

/** Other words and numbers in an expected output; wildcards and patterns stay. */
export function outputFaults(block: Block, index: number): BlockFault[] {
  const words = [...block.text.matchAll(/(?<![\\[$.\w{])[A-Za-z]{3,}(?![\w}])|(?<![\w.[{])\d+(?![\w\]}])/g)]
  const changed = words.map(({ index: at, 0: word }): BlockFault => {
    return { kind: 'output-changed', index, start: at, end: at + word.length, text: misspell(word) }
  })
  const variables = tokenFaults(block.text, { index, at: 0 }).filter(({ start }) => block.text[start] === '$')
  return [...changed, ...variables.map((fault): BlockFault => ({ ...fault, kind: 'output-changed' }))]
}

/** A line that is missing from a file of the page, and other words in it. */
export function fileFaults(block: Block, index: number): BlockFault[] {
  let at = 0
  const dropped = block.text.split('\n').flatMap((line): BlockFault[] => {
    const start = at
    at += line.length + 1
    return line.trim() === ''
      ? []
      : [{ kind: 'file-changed', index, start, end: Math.min(at, block.text.length), text: '' }]
  })
  const changed = tokenFaults(block.text, { index, at: 0 }).map(
    (fault): BlockFault => ({ ...fault, kind: 'file-changed' }),
  )
  return [...dropped, ...changed]
}
