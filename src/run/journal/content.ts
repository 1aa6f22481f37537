import type { ContentItem } from '#schema/journal.ts'
import { itemsOf, type Plan, type PlanItem, type PlannedStep } from '#schema/plan.ts'

/** What a plan executes, steps that are finished included, in order. `textOf` gives what bash gets of a step. */
export function contentOf(plan: Plan, textOf: (step: PlannedStep) => string): ContentItem[] {
  return itemsOf(plan).flatMap((item): ContentItem[] => {
    if (item.kind === 'file') return [{ kind: 'file', name: item.path, text: item.text }]
    if (!isSelected(item)) return []
    const changes = item.effect !== 'read' && { changes: true as const }
    return [{ kind: 'step', name: item.id, text: stepContent(item, textOf(item)), ...changes }]
  })
}

/** An item that is not what it was. */
export interface ContentChange {
  kind: ContentItem['kind']
  name: string
  /** Absent where there was, or is, none. */
  before?: string
  after?: string
}

/** What differs between two contents: items added, removed or changed. Files of steps that are finished are not planned again. */
export function contentChanges(before: readonly ContentItem[], after: readonly ContentItem[]): ContentChange[] {
  const [old, now] = [byName(before), byName(after)]
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return names.flatMap((key): ContentChange[] => {
    const [was, is] = [old.get(key), now.get(key)]
    const item = was ?? is
    if (!item || was?.text === is?.text || (item.kind === 'file' && !is)) return []
    return [{ kind: item.kind, name: item.name, ...(was && { before: was.text }), ...(is && { after: is.text }) }]
  })
}

const byName = (items: readonly ContentItem[]) => new Map(items.map((item) => [`${item.kind} ${item.name}`, item]))

const isSelected = ({ skip }: Exclude<PlanItem, { kind: 'file' }>) => skip === undefined || skip === 'finished'

/** All that decides what a step does and when it passes, a line each, before its text. */
function stepContent(step: PlannedStep, text: string): string {
  const { effect, exit, capture, background, manual, expect = [], timeoutMs } = step
  const settings = [
    `effect=${effect}`,
    `timeout=${timeoutMs / 1000}s`,
    exit && `exit=${exit}`,
    capture && `capture=${capture.join(',')}`,
    background && `background ready=${background.ready}`,
    manual && 'manual',
  ]
  const expected = expect.map(
    ({ mode, path, text: wanted }) => `expect=${[mode, path].filter(Boolean).join(' ')}\n${wanted}`,
  )
  return [settings.filter(Boolean).join(' '), text, ...expected].join('\n')
}
