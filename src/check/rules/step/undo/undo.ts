import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import { mentionsOf } from '#check/page/resource.ts'
import { pageRule } from '#check/rule.ts'
import type { StepBlock } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { stepUndoDiffers } from './differs.ts'
import { stepUndoUnstated } from './unstated.ts'

/** Steps that take back what another step of the page made, and do not say which. */
export const undo = pageRule([stepUndoDiffers, stepUndoUnstated], ({ calls }) => {
  const made = new Map<string, string[]>()
  return calls.flatMap((call): Finding[] => {
    if (call.block.kind !== 'step') return []
    for (const key of madeBy(call)) made.set(key, [...(made.get(key) ?? []), call.block.fence.step])
    const makers = removedBy(call).flatMap((key) => made.get(key) ?? [])
    return undoFindings(call, call.block, makers)
  })
})

function undoFindings(call: Call, { fence, keys }: StepBlock, makers: readonly string[]): Finding[] {
  const [maker] = makers
  if (maker === undefined || (fence.undoes !== undefined && makers.includes(fence.undoes))) return []
  if (fence.undoes !== undefined)
    return [stepUndoDiffers.at(keys.get('undoes') ?? placeOfCall(call), { found: fence.undoes, maker })]
  return call.traits.lasting ? [stepUndoUnstated.at(placeOfCall(call), { maker })] : []
}

function madeBy(call: Call): string[] {
  const things = mentionsOf(call).filter(({ role }) => role === 'makes')
  return [...things.map(({ kind, name }) => `${kind} ${name}`), ...binding(call, 'added')]
}

function removedBy(call: Call): string[] {
  const things = ask(call, 'removes') ? mentionsOf(call).filter(({ role }) => role === 'uses') : []
  return [...things.map(({ kind, name }) => `${kind} ${name}`), ...binding(call, 'removed')]
}

function binding(call: Call, how: 'added' | 'removed'): string[] {
  const grant = ask(call, 'grant')
  if (!grant || grant.adds !== (how === 'added')) return []
  return [`binding ${[grant.on, grant.target?.text, grant.member?.text, grant.role?.text].join(' ')}`]
}
