import { factsOf } from '#check/page/facts.ts'
import type { Block, Runbook } from '#document/model.ts'
import type { Tools } from '#tools/tool.ts'
import { commandFaults } from './command-faults.ts'
import { type BlockFault, blockName, edited, type Mutant, onPage, type Pair } from './fault.ts'
import { fractionOf } from './hash.ts'
import { stepMutants } from './step-faults.ts'
import { fileFaults, outputFaults, quoteFaults } from './text-faults.ts'

/** Every single-fault mutant of a runbook, in the order of the page. A fault is in both languages, but for `language-changed`. */
export function mutantsOf(pair: Pair, tools: Tools): Mutant[] {
  const faults = blockFaults(pair.es, tools)
  const both = faults.flatMap((fault) => inBoth(pair, fault))
  const english = faults.filter(({ kind }) => !kind.startsWith('command') && kind !== 'quote-broken')
  return numbered([...both, ...stepMutants(pair), ...english.flatMap((fault) => inEnglish(pair, fault))])
}

function blockFaults(page: Runbook, tools: Tools): BlockFault[] {
  const { calls } = factsOf(page, tools)
  const faults = page.blocks.flatMap((block, index) => [
    ...calls.filter((call) => call.block === block).flatMap((call) => commandFaults(call, index)),
    ...quoteFaults(block, index),
    ...(block.kind === 'expect' ? outputFaults(block, index) : []),
    ...(block.kind === 'file' ? fileFaults(block, index) : []),
  ])
  const seen = new Set<string>()
  return faults.filter((fault) => {
    const same = JSON.stringify([fault.index, fault.start, fault.end, fault.text])
    const changes = page.blocks[fault.index]?.text.slice(fault.start, fault.end) !== fault.text
    return changes && !seen.has(same) && Boolean(seen.add(same))
  })
}

function inBoth(pair: Pair, fault: BlockFault): Mutant[] {
  const es = editOf(pair.es, pair.es, fault)
  const en = editOf(pair.es, pair.en, fault)
  return es && en ? [mutantOf(pair, fault, edited(pair.es.source, [es]), edited(pair.en.source, [en]))] : []
}

/** The same fault in the English page alone. */
function inEnglish(pair: Pair, fault: BlockFault): Mutant[] {
  const en = editOf(pair.es, pair.en, fault)
  if (!en) return []
  return [mutantOf(pair, { ...fault, kind: 'language-changed' }, pair.es.source, edited(pair.en.source, [en]))]
}

function mutantOf(pair: Pair, fault: BlockFault, es: string, en: string): Mutant {
  const { id } = pair.es.header
  const block = pair.es.blocks[fault.index] as Block
  const was = around(block.text, fault.start, fault.end)
  const becomes = around(
    block.text.slice(0, fault.start) + fault.text + block.text.slice(fault.end),
    fault.start,
    fault.start + fault.text.length,
  )
  const key = [id, blockName(pair.es, fault.index), fault.kind, `${was} → ${becomes}`].join(' ')
  return { id, kind: fault.kind, key, line: block.pointAt(fault.start).line, es, en }
}

/** A stretch of a text with the rest of the words it touches. */
function around(text: string, start: number, end: number): string {
  const from = start - (/\S*$/.exec(text.slice(0, start))?.[0].length ?? 0)
  const to = end + (/^\S*/.exec(text.slice(end))?.[0].length ?? 0)
  return (
    text
      .slice(from, to)
      .replaceAll(/\s*\\?\n\s*|\s+/g, ' ')
      .trim() || '∅'
  )
}

/** The edit of a page that a fault of the Spanish one is. Nothing where a comment moved what it is about. */
function editOf(es: Runbook, page: Runbook, { index, start, end, text }: BlockFault) {
  const [one, twin] = [es.blocks[index], page.blocks[index]]
  if (!one || !twin) return undefined
  const [from, to] = [twinOffset(one, twin, start), twinOffset(one, twin, end)]
  if (from === undefined || to === undefined || one.text.slice(start, end) !== twin.text.slice(from, to))
    return undefined
  return { ...onPage(twin, from, to), text }
}

/** The offset at the same line and column of the twin. */
function twinOffset(one: Block, twin: Block, offset: number): number | undefined {
  if (one.text === twin.text) return offset
  const before = one.text.slice(0, offset).split('\n')
  const lines = twin.text.split('\n')
  const column = before.at(-1)?.length ?? 0
  if ((lines[before.length - 1]?.length ?? -1) < column) return undefined
  return lines.slice(0, before.length - 1).reduce((sum, line) => sum + line.length + 1, 0) + column
}

/** Mutants of one name get a number. */
function numbered(mutants: readonly Mutant[]): Mutant[] {
  const count = new Map<string, number>()
  return mutants.map((mutant) => {
    const number = (count.get(mutant.key) ?? 0) + 1
    count.set(mutant.key, number)
    return number === 1 ? mutant : { ...mutant, key: `${mutant.key} (${number})` }
  })
}

/** Up to `count` mutants of each kind, as a seed picks them: nearly the same ones whatever else is on the pages. */
export function chosen(mutants: readonly Mutant[], count: number): Mutant[] {
  const kinds = Map.groupBy(mutants, ({ kind }) => kind)
  return [...kinds.values()].flatMap((same) => {
    const ranked = [...same].sort((a, b) => fractionOf(a.key) - fractionOf(b.key))
    return ranked.slice(0, count)
  })
}
