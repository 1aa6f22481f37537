import { type Call, flagUses, flagValue, isCommand, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { hazardAccessUnstated } from './access-unstated.ts'
import { hazardPublicAccess } from './public-access.ts'

/** Services opened to everyone, and deployments that leave gcloud to ask. */
export const exposure = pageRule([hazardAccessUnstated, hazardPublicAccess], ({ calls }) =>
  calls.flatMap((call) => [...deployed(call), ...granted(call)]),
)

function deployed(call: Call): Finding[] {
  if (!isCommand(call, 'gcloud', 'run deploy')) return []
  const [use] = flagUses(call, '--allow-unauthenticated')
  if (!use) return [hazardAccessUnstated.at(placeOfCall(call))]
  const word = call.words[use.index]?.word
  if (use.on === false || !word || word.text.startsWith('--no-')) return []
  return [hazardPublicAccess.at(placeOfWord(call, word), { command: '--allow-unauthenticated' })]
}

function granted(call: Call): Finding[] {
  const member = flagValue(call, '--member')
  const opens = member?.text === 'allUsers' || member?.text === 'allAuthenticatedUsers'
  const removes = call.match?.subcommand.includes('remove-')
  return member && opens && !removes
    ? [hazardPublicAccess.at(placeOfWord(call, member.word), { command: member.text })]
    : []
}
