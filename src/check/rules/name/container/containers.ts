import { type Call, flagValue, hasFlag, isCommand, isHere, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import type { Run } from './run.ts'
import { differs, nameRunDiffers } from './run-differs.ts'
import { nameTaken, taken } from './taken.ts'

/** Containers started twice under one name: the second start is refused, or lacks what the first one had. */
export const container = pageRule([nameTaken, nameRunDiffers], ({ page, calls }) => {
  const steps = calls.filter(
    (call) => /^docker(-compose)?$/.test(call.name) && call.block.kind === 'step' && isHere(call),
  )
  const first = new Map<string, Run>()
  const alive = new Map<string, Run>()
  return steps.flatMap((call): Finding[] => {
    for (const name of removedBy(call, alive)) alive.delete(name)
    const name = runName(call)
    if (name === undefined) return []
    const run = { name, call }
    const found = [...taken(page, run, alive.get(name)), ...differs(run, first.get(name))]
    alive.set(name, run)
    if (!first.has(name)) first.set(name, run)
    return found
  })
})

function runName(call: Call): string | undefined {
  const starts = isCommand(call, 'docker', 'run', 'container run', 'create')
  return starts && !(hasFlag(call, '--rm') && !hasFlag(call, '--detach', '-d'))
    ? flagValue(call, '--name')?.text
    : undefined
}

function removedBy(call: Call, alive: ReadonlyMap<string, Run>): string[] {
  if (isCommand(call, 'docker', 'container prune', 'system prune', 'compose down')) return [...alive.keys()]
  const stopsRemoved = isCommand(call, 'docker', 'stop', 'container stop', 'kill')
  const removes = isCommand(call, 'docker', 'rm', 'container rm', 'rename', 'container rename')
  const names = positionals(call).flatMap(({ text }) => text ?? [])
  if (removes) return names.length > 0 && !names.some((name) => name.includes('$')) ? names : [...alive.keys()]
  return stopsRemoved ? names.filter((name) => hasFlag(alive.get(name)?.call ?? call, '--rm')) : []
}
