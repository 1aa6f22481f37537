import {
  type Call,
  commandOf,
  flagValue,
  flagValues,
  isCommand,
  placeOfCall,
  placeOfWord,
  positionals,
} from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { commandRule } from '#check/rules/command/grammar/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { nameAccessMissing } from './access-missing.ts'

/** Triggers of Eventarc the service refuses: of a bucket elsewhere, or of an account that may not receive events. */
export const eventarc = pageRule([commandRule, nameAccessMissing], ({ calls }) =>
  calls
    .filter((call) => isCommand(call, 'gcloud', 'eventarc triggers create'))
    .flatMap((call) => [...elsewhere(call, calls), ...unreceived(call, calls)]),
)

/** A trigger on a bucket is in the bucket's own location (cloud.google.com/eventarc/docs/creating-triggers). */
function elsewhere(call: Call, calls: readonly Call[]): Finding[] {
  const bucket = flagValues(call, '--event-filters').flatMap(
    ({ text }) => /^bucket=(.+)$/.exec(text ?? '')?.[1] ?? [],
  )[0]
  const location = flagValue(call, '--location')
  const made = calls.find(
    (one) => isCommand(one, 'gcloud', 'storage buckets create') && positionals(one)[0]?.text === `gs://${bucket}`,
  )
  const there = made && flagValue(made, '--location')?.text?.toLowerCase()
  if (!bucket || !location?.text || !there || there === location.text) return []
  const reason = `The trigger must be in the same location as the bucket (${there}).`
  return [commandRule.at(placeOfWord(call, location.word), { command: commandOf(call), reason })]
}

/** An account the page makes, and gives no role that receives events. */
function unreceived(call: Call, calls: readonly Call[]): Finding[] {
  const account = /^([\w-]+)@/.exec(flagValue(call, '--service-account')?.text ?? '')?.[1]
  const made = calls.some(
    (one) => isCommand(one, 'gcloud', 'iam service-accounts create') && positionals(one)[0]?.text === account,
  )
  if (account === undefined || !made || calls.some((one) => mayReceive(one, account))) return []
  const target = {
    targetEs: 'los eventos, con roles/eventarc.eventReceiver',
    targetEn: 'the events, by roles/eventarc.eventReceiver',
  }
  return [nameAccessMissing.at(placeOfCall(call), { command: commandOf(call), ...target })]
}

/** A role that receives events, or one only a run can tell. */
function mayReceive(call: Call, account: string): boolean {
  if (!isCommand(call, 'gcloud', 'projects add-iam-policy-binding')) return false
  const member = flagValue(call, '--member')?.text
  const role = flagValue(call, '--role')?.text
  if (member !== undefined && !member.includes(`:${account}@`) && !member.includes('$')) return false
  return role === undefined || /\$|eventarc\.|roles\/(?:owner|editor)$/.test(role)
}
