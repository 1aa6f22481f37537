import type { Dollar, RunbookScript } from '#schema/script.ts'
import type { ScriptSource, SourceItem } from './source.ts'

/** The script its generated file would be, straight from its source. */
export function runnableScript({ items, ...source }: ScriptSource): RunbookScript {
  return { ...source, items: items.map(runnable) }
}

function runnable(item: SourceItem): RunbookScript['items'][number] {
  if (item.kind !== 'step') return item
  const { text, ...step } = item
  return { ...step, run: ($: Dollar) => $(Object.assign([text], { raw: [text] })) }
}
