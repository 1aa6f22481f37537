import { type Finding, finding } from '#finding/finding.ts'
import { type Call, flagUses, flagValue, isCommand, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Services opened to everyone, and deployments that leave gcloud to ask. */
export const exposure: Rule = ({ calls }) => calls.flatMap((call) => [...deployed(call), ...granted(call)])

function deployed(call: Call): Finding[] {
  if (!isCommand(call, 'gcloud', 'run deploy')) return []
  const [use] = flagUses(call, '--allow-unauthenticated')
  if (!use) return [finding('HAZARD_ACCESS_UNSTATED', placeOfCall(call))]
  const word = call.words[use.index]?.word
  if (use.on === false || !word || word.text.startsWith('--no-')) return []
  return [finding('HAZARD_PUBLIC_ACCESS', placeOfWord(call, word), { command: '--allow-unauthenticated' })]
}

function granted(call: Call): Finding[] {
  const member = flagValue(call, '--member')
  const opens = member?.text === 'allUsers' || member?.text === 'allAuthenticatedUsers'
  const removes = call.match?.subcommand.includes('remove-')
  return member && opens && !removes
    ? [finding('HAZARD_PUBLIC_ACCESS', placeOfWord(call, member.word), { command: member.text })]
    : []
}
