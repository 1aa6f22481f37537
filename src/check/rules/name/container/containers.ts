import { ask, type Call, isHere } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import type { Run } from './run.ts'
import { differs, nameRunDiffers } from './run-differs.ts'
import { nameTaken, taken } from './taken.ts'

/** Containers started twice under one name: the second start is refused, or lacks what the first one had. */
export const container = pageRule([nameTaken, nameRunDiffers], ({ page, calls }) => {
  const steps = calls.filter((call) => call.block.kind === 'step' && isHere(call))
  const first = new Map<string, Run>()
  const alive = new Map<string, Run>()
  return steps.flatMap((call): Finding[] => {
    for (const name of removedBy(call, alive)) alive.delete(name)
    const run = runOf(call)
    if (run === undefined) return []
    const found = [...taken(page, run, alive.get(run.name)), ...differs(run, first.get(run.name))]
    alive.set(run.name, run)
    if (!first.has(run.name)) first.set(run.name, run)
    return found
  })
})

/** The container a call leaves under a name. */
function runOf(call: Call): Run | undefined {
  const container = ask(call, 'container')
  const name = container?.name?.text
  if (!container || name === undefined || (container.removed && container.attached)) return undefined
  return { name, call, container }
}

function removedBy(call: Call, alive: ReadonlyMap<string, Run>): string[] {
  const ended = ask(call, 'containersEnded')
  if (!ended) return []
  if (ended.how === 'all') return [...alive.keys()]
  const names = ended.words.flatMap(({ text }) => text ?? [])
  if (ended.how === 'stopped') return names.filter((name) => alive.get(name)?.container.removed)
  return names.length > 0 && !names.some((name) => name.includes('$')) ? names : [...alive.keys()]
}
