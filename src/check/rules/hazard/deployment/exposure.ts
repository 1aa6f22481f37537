import { ask, type Call, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { hazardAccessUnstated } from './access-unstated.ts'
import { hazardPublicAccess } from './public-access.ts'

/** Services opened to everyone, and deployments that leave it to be asked. */
export const exposure = pageRule([hazardAccessUnstated, hazardPublicAccess], ({ calls }) =>
  calls.flatMap((call) => [...deployed(call), ...granted(call)]),
)

function deployed(call: Call): Finding[] {
  const access = ask(call, 'deployment')?.access
  if (access === 'unstated') return [hazardAccessUnstated.at(placeOfCall(call))]
  if (!access?.open) return []
  return [hazardPublicAccess.at(placeOfWord(call, access.word.word), { command: '--allow-unauthenticated' })]
}

function granted(call: Call): Finding[] {
  const { member, adds } = ask(call, 'grant') ?? {}
  const opens = member?.text === 'allUsers' || member?.text === 'allAuthenticatedUsers'
  return member && opens && adds
    ? [hazardPublicAccess.at(placeOfWord(call, member.word), { command: member.text })]
    : []
}
