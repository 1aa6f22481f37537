import { ask, type Call } from '#check/page/call.ts'
import { mentionsOf } from '#check/page/resource.ts'
import { pageRule } from '#check/rule.ts'
import { stepsOf } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { stepUndoSame } from './same.ts'
import { stepUndoUnrelated } from './unrelated.ts'

/** Steps that say they undo a step with which they share nothing by name, or everything. */
export const undoTarget = pageRule([stepUndoSame, stepUndoUnrelated], ({ page, calls }) => {
  const steps = stepsOf(page)
  if (!steps.some(({ fence }) => fence.undoes !== undefined)) return []
  const byBlock = Map.groupBy(calls, ({ block }) => block)
  const things = new Map(steps.map((step) => [step.fence.step, (byBlock.get(step) ?? []).flatMap(thingsOf)]))
  return steps.flatMap((step): Finding[] => {
    const found = step.fence.undoes
    const undone = steps.find(({ fence }) => fence.step === found)
    if (found !== undefined && undone && isVersioned(step.text) && undone.text.trim() === step.text.trim())
      return [stepUndoSame.at(step.keys.get('undoes') ?? step.place, { found })]
    const [own, other] = [things.get(step.fence.step) ?? [], things.get(found ?? '') ?? []]
    if (found === undefined || own.length === 0 || other.length === 0 || own.some((thing) => other.includes(thing)))
      return []
    const meant = steps.findLast(
      ({ fence, place }) =>
        place.start.line < step.place.start.line && things.get(fence.step)?.some((thing) => own.includes(thing)),
    )
    return [stepUndoUnrelated.at(step.keys.get('undoes') ?? step.place, { found, meant: meant?.fence.step })]
  })
})

/** What a call names: things by kind and name, and the policies it changes. */
const thingsOf = (call: Call): string[] => [
  ...mentionsOf(call).map(({ kind, name }) => `${kindOf(kind)} ${name}`),
  ...bindings(call),
]

/** A built image and the same image pushed are one thing to who undoes it. */
const kindOf = (kind: string) => (kind === 'pushed' ? 'image' : kind)

function bindings(call: Call): string[] {
  const grant = ask(call, 'grant')
  return grant ? [`binding ${grant.on}`] : []
}

/** The same command may undo itself when a file says what it does; not when it names a version. */
const isVersioned = (text: string): boolean => /\$\{?\w*(VERSION|TAG)\b|:v?\d+(\.\d+)+/.test(text)
