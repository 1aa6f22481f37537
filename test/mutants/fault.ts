import type { Block, Runbook } from '#document/model.ts'

/** Kinds of single faults. */
export const FAULT_KINDS = [
  'flag-dropped',
  'flag-duplicated',
  'flag-misspelt',
  'command-dropped',
  'command-duplicated',
  'command-misspelt',
  'name-changed',
  'tag-changed',
  'port-changed',
  'path-changed',
  'region-changed',
  'variable-changed',
  'quote-broken',
  'output-changed',
  'file-changed',
  'step-dropped',
  'step-swapped',
  'step-duplicated',
  'language-changed',
] as const
export type FaultKind = (typeof FAULT_KINDS)[number]

/** A Spanish runbook and its English twin. */
export interface Pair {
  es: Runbook
  en: Runbook
}

/** A stretch of a page (offsets, end exclusive) and what stands there instead. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** One fault in a runbook: what its pages say with it, and a name that stays when other lines change. */
export interface Mutant {
  id: string
  kind: FaultKind
  key: string
  line: number
  es: string
  en: string
}

/** A stretch of one block's text that becomes another. */
export interface BlockFault {
  kind: FaultKind
  index: number
  start: number
  end: number
  text: string
}

/** The pages with edits, which do not overlap. */
export function edited(source: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start)
  return ordered.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
}

/** The stretch of a page that a stretch of a block's text is. */
export function onPage(block: Block, start: number, end: number): { start: number; end: number } {
  const from = block.pointAt(start).offset
  return { start: from, end: from + (end - start) }
}

/** Name of the block a fault is in: its step, its file, or its number on the page. */
export function blockName(page: Runbook, index: number): string {
  const block = page.blocks[index]
  if (block?.kind === 'step') return block.fence.step
  if (block?.kind === 'file') return block.path
  if (block?.kind !== 'expect') return `block ${index}`
  const step = page.blocks.slice(0, index).findLast(({ kind }) => kind === 'step')
  return step?.kind === 'step' ? step.fence.step : `block ${index}`
}
