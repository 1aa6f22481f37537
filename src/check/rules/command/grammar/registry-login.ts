import { type Call, commandOf, isCommand, placeOfCall, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { commandArgumentMissing } from './argument-missing.ts'

/**
 * `gcloud auth configure-docker` without a host sets up gcr.io and its kin alone (gcloud reference), on a page
 * that goes on to push to Artifact Registry and says nowhere else how docker gets there.
 */
export const registryLogin = pageRule([commandArgumentMissing], ({ calls }) => {
  const known = calls.flatMap((call) => (LOGINS.some((login) => login(call)) ? positionals(call) : []))
  return calls.filter(isBare).flatMap((call): Finding[] => {
    const host = calls.flatMap(hostOf).find((one) => !known.some(({ text }) => text?.includes(one)))
    if (host === undefined || known.some(({ text }) => text === undefined)) return []
    return [commandArgumentMissing.at(placeOfCall(call), { command: commandOf(call), name: host })]
  })
})

const LOGINS: readonly ((call: Call) => boolean)[] = [
  (call) => isCommand(call, 'gcloud', 'auth configure-docker'),
  (call) => isCommand(call, 'docker', 'login'),
]

const isBare = (call: Call): boolean =>
  isCommand(call, 'gcloud', 'auth configure-docker') && positionals(call).length === 0 && !call.match?.informative

/** The machine of Artifact Registry an image is pushed to or pulled from. */
function hostOf(call: Call): string[] {
  if (!isCommand(call, 'docker', 'push', 'pull', 'image push', 'image pull')) return []
  const host = /^([a-z0-9-]+-docker\.pkg\.dev)\//.exec(positionals(call)[0]?.text ?? '')?.[1]
  return host === undefined ? [] : [host]
}
