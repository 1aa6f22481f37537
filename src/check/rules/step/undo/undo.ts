import { type Call, flagValue, placeOfCall, positionals } from '#check/page/call.ts'
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
  return call.name === 'gcloud' ? [stepUndoUnstated.at(placeOfCall(call), { maker })] : []
}

function madeBy(call: Call): string[] {
  const things = mentionsOf(call).filter(({ role }) => role === 'makes')
  return [...things.map(({ kind, name }) => `${kind} ${name}`), ...binding(call, 'add-iam-policy-binding')]
}

function removedBy(call: Call): string[] {
  const verb = call.match?.path.at(-1) ?? ''
  const removes = call.name === 'gcloud' ? verb === 'delete' : call.name === 'docker' && /^(rm|rmi)$/.test(verb)
  const things = removes ? mentionsOf(call).filter(({ role }) => role === 'uses') : []
  return [...things.map(({ kind, name }) => `${kind} ${name}`), ...binding(call, 'remove-iam-policy-binding')]
}

function binding(call: Call, verb: string): string[] {
  if (call.name !== 'gcloud' || call.match?.path.at(-1) !== verb) return []
  const of = [call.match.path.slice(0, -1).join(' '), positionals(call)[0]?.text]
  return [`binding ${[...of, flagValue(call, '--member')?.text, flagValue(call, '--role')?.text].join(' ')}`]
}
