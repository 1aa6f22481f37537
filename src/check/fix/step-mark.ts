import type { BashScript } from '#document/bash/model.ts'
import { parseBash } from '#document/bash/read.ts'
import { isBashLike } from '#document/block.ts'
import { fenceLanguageShell } from '#document/findings/fence/language-shell.ts'
import { fenceUnmarked } from '#document/findings/fence/unmarked.ts'
import { type Block, isRunbook, type Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import type { Edit } from '#finding/fix.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'
import { twinsOf } from '../page/site.ts'
import { stepIdOf } from './step-id.ts'

const MARKED = new Set([fenceUnmarked.code, fenceLanguageShell.code])

/**
 * Findings of blocks that only lack their mark, with the mark as their fix: `bash step=<id>`, the same in
 * both languages. Blocks of anything but known commands, and pages whose blocks do not match, get none.
 */
export function withStepMarks(findings: readonly Finding[], pages: readonly Page[]): Finding[] {
  const unmarked = findings.filter(({ code, fix }) => MARKED.has(code) && !fix)
  if (unmarked.length === 0) return [...findings]
  const marks = twinsOf(pages).flatMap(({ es, en }) => marksOf([es, en].filter((page) => page !== undefined)))
  return findings.map((found) => {
    if (!unmarked.includes(found)) return found
    const edits = marks.find((mark) => mark.some(({ place }) => isAt(found, place)))
    return edits ? { ...found, fix: { edits } } : found
  })
}

const isAt = ({ place }: Finding, { file, start }: Edit['place']) =>
  place.file === file && place.start.line === start.line

/** The edits for each block of a page, or of a page and its twin, that lacks its mark. */
function marksOf(pages: readonly Page[]): Edit[][] {
  if (!pages.every(isRunbook)) return []
  const taken = new Set(pages.flatMap(({ blocks }) => blocks.flatMap(idOf)))
  const count = Math.max(...pages.map(({ blocks }) => blocks.length))
  if (pages.some(({ blocks }) => blocks.length !== count)) return []
  return Array.from({ length: count }, (_, index) => {
    const pair = pages.map((page) => ({ page, block: page.blocks[index] as Block }))
    return markOf(pair, taken)
  }).filter((edits) => edits.length > 0)
}

const idOf = (block: Block) => (block.kind === 'step' ? [block.fence.step] : [])

interface Here {
  page: Page
  block: Block
}

function markOf(pair: readonly Here[], taken: Set<string>): Edit[] {
  const bare = pair.filter(({ block }) => lacksMark(block))
  const [first] = bare
  if (!first || !pair.every(({ block }) => block.kind === 'step' || lacksMark(block)) || !sameCommands(pair)) return []
  const known = pair.flatMap(({ block }) => idOf(block))[0]
  const id = known ?? stepIdOf(parseBash(first.block.text).commands, taken)
  taken.add(id)
  return bare.map((here) => markEdit(here, id))
}

/** A block without keys of ours that a shell runs, and whose every command is known. */
function lacksMark({ kind, language, text }: Block): boolean {
  if (kind !== 'plain' || !isBashLike(language, text)) return false
  const script = parseBash(text)
  return script.commands.some(({ name }) => name) && script.commands.every((command) => isKnown(command, script))
}

function isKnown({ name }: BashScript['commands'][number], { functions }: BashScript): boolean {
  if (!name) return true
  const text = name.value ?? ''
  return KNOWN_PROGRAMS.has(text) || functions.includes(text)
}

/** Only comments may differ between languages. */
const sameCommands = (pair: readonly Here[]): boolean =>
  new Set(pair.map(({ block }) => withoutComments(block.text))).size === 1

const withoutComments = (text: string) =>
  parseBash(text)
    .comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
    .replaceAll(/[ \t]+$/gm, '')

/** `bash step=<id>` for the language of a block; its other keys stay. */
function markEdit({ page, block: { place, language } }: Here, id: string): Edit {
  const line = page.source.slice(place.start.offset, place.end.offset)
  const at = /^(?:`+|~+)[ \t]*/.exec(line)?.[0].length ?? 0
  const { line: number, column, offset } = place.start
  const start = { line: number, column: column + at, offset: offset + at }
  const end = { line: number, column: start.column + language.length, offset: start.offset + language.length }
  return { place: { file: page.file, start, end }, text: `bash step=${id}` }
}
