import type { Runbook } from '#document/model.ts'
import { edited, type FaultKind, type Mutant, type Pair } from './fault.ts'

/** A step with the outputs that follow it, as a stretch of its page. */
interface Stretch {
  step: string
  start: number
  end: number
  line: number
}

/** Each step dropped, written twice, and swapped with the next. */
export function stepMutants(pair: Pair): Mutant[] {
  const es = stretches(pair.es)
  const en = stretches(pair.en)
  return es.flatMap((stretch, at) => {
    const twin = en[at]
    if (twin?.step !== stretch.step) return []
    const mutant = (kind: FaultKind, change: (source: string, all: readonly Stretch[]) => string): Mutant => ({
      id: pair.es.header.id,
      kind,
      key: `${pair.es.header.id} ${stretch.step} ${kind}`,
      line: stretch.line,
      es: change(pair.es.source, es),
      en: change(pair.en.source, en),
    })
    const swap = at + 1 < es.length ? [mutant('step-swapped', (source, all) => swapped(source, all, at))] : []
    return [
      mutant('step-dropped', (source, all) => replaced(source, all[at], () => '')),
      mutant('step-duplicated', (source, all) => replaced(source, all[at], (text) => `${text}\n${text}`)),
      ...swap,
    ]
  })
}

function replaced(source: string, stretch: Stretch | undefined, by: (text: string) => string): string {
  if (!stretch) throw new Error('both pages have the same steps')
  const { start, end } = stretch
  return edited(source, [{ start, end, text: by(source.slice(start, end)) }])
}

function swapped(source: string, all: readonly Stretch[], at: number): string {
  const [one, next] = [all[at], all[at + 1]]
  if (!one || !next) throw new Error('both pages have the same steps')
  const text = ({ start, end }: Stretch) => source.slice(start, end)
  return edited(source, [
    { start: one.start, end: one.end, text: text(next) },
    { start: next.start, end: next.end, text: text(one) },
  ])
}

/** The steps of a page, each from its fence to the end of the last output that belongs to it. */
function stretches(page: Runbook): Stretch[] {
  return page.blocks.flatMap((block) => {
    if (block.kind !== 'step') return []
    const last = block.expect.at(-1) ?? block
    const start = block.place.start.offset
    const end = closingEnd(page.source, last.pointAt(last.text.length).offset)
    return [{ step: block.fence.step, start, end, line: block.place.start.line }]
  })
}

/** The end of the line of the fence that closes a block, from the end of its text. */
function closingEnd(source: string, from: number): number {
  const closing = /^[ >]*(`{3,}|~{3,})[ ]*$/m
  const rest = source.slice(from)
  const match = closing.exec(rest)
  if (!match) throw new Error('a block has no end')
  return from + match.index + match[0].length + 1
}
