import { ask, type Call, commandOf, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { mentionsOf } from '#check/page/resource.ts'
import { pageRule } from '#check/rule.ts'
import { commandRule } from '#check/rules/command/grammar/rule.ts'
import type { Finding } from '#finding/finding.ts'
import type { Trigger } from '#tools/facts/cloud.ts'
import { makesAccount, nameAccessMissing } from './access-missing.ts'

/** Triggers of Eventarc the service refuses: of a bucket elsewhere, or of an account that may not receive events. */
export const eventarc = pageRule([commandRule, nameAccessMissing], ({ calls }) =>
  calls.flatMap((call) => {
    const trigger = ask(call, 'trigger')
    return trigger ? [...elsewhere(call, trigger, calls), ...unreceived(call, trigger, calls)] : []
  }),
)

/** A trigger on a bucket is in the bucket's own location (cloud.google.com/eventarc/docs/creating-triggers). */
function elsewhere(call: Call, { bucket, location }: Trigger, calls: readonly Call[]): Finding[] {
  const made = calls
    .flatMap(mentionsOf)
    .find(({ kind, role, name }) => kind === 'bucket' && role === 'makes' && name === bucket)
  const there = made?.region?.toLowerCase()
  if (!location?.text || !there || there === location.text) return []
  const reason = `The trigger must be in the same location as the bucket (${there}).`
  return [commandRule.at(placeOfWord(call, location.word), { command: commandOf(call), reason })]
}

/** An account the page makes, and gives no role that receives events. */
function unreceived(call: Call, trigger: Trigger, calls: readonly Call[]): Finding[] {
  const account = /^([\w-]+)@/.exec(trigger.account ?? '')?.[1]
  if (account === undefined || !calls.some((one) => makesAccount(one, account))) return []
  if (calls.some((one) => mayReceive(one, account))) return []
  const target = {
    targetEs: 'los eventos, con roles/eventarc.eventReceiver',
    targetEn: 'the events, by roles/eventarc.eventReceiver',
  }
  return [nameAccessMissing.at(placeOfCall(call), { command: commandOf(call), ...target })]
}

/** A role that receives events, or one only a run can tell. */
function mayReceive(call: Call, account: string): boolean {
  const { adds, on, member, role } = ask(call, 'grant') ?? {}
  if (!adds || on !== 'projects') return false
  if (member?.text !== undefined && !member.text.includes(`:${account}@`) && !member.text.includes('$')) return false
  return role?.text === undefined || /\$|eventarc\.|roles\/(?:owner|editor)$/.test(role.text)
}
