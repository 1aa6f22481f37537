import { ask, type Call, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { commandArgumentMissing } from './argument-missing.ts'

/**
 * A login to registries that leaves out Artifact Registry, on a page that goes on to send an image there and says
 * nowhere else how it logs in.
 */
export const registryLogin = pageRule([commandArgumentMissing], ({ calls }) => {
  const logins = calls.flatMap((call) => ask(call, 'login') ?? [])
  const known = logins.flatMap(({ ends, hosts }) => (ends ? [] : hosts))
  return calls.flatMap((call): Finding[] => {
    if (ask(call, 'login')?.leavesOut !== 'Artifact Registry') return []
    const host = calls.flatMap(hostOf).find((one) => !known.some(({ text }) => text?.includes(one)))
    if (host === undefined || known.some(({ text }) => text === undefined)) return []
    return [commandArgumentMissing.at(placeOfCall(call), { command: commandOf(call), name: host })]
  })
})

/** The machine of Artifact Registry an image is sent to or had from. */
const hostOf = (call: Call): string[] =>
  /^([a-z0-9-]+-docker\.pkg\.dev)\//.exec(ask(call, 'exchanges')?.text ?? '')?.slice(1) ?? []
