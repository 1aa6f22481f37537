import { type Call, commandOf, hasFlag, isCommand, placeOfCall, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { commandFlagMissing } from './flag-missing.ts'

interface Placed {
  of: RegExp
  flag: string
  /** Properties of gcloud's configuration that stand for the flag. */
  properties: readonly string[]
}

/** Commands about a thing that is in one region: without it gcloud asks, or fails where nobody can answer. */
const PLACED: readonly Placed[] = [
  {
    of: /^run (deploy|services (describe|delete|update|update-traffic|proxy|(add|remove)-iam-policy-binding|get-iam-policy|logs read)|revisions (describe|delete)|jobs (deploy|create|execute|describe|delete|update))$/,
    flag: '--region',
    properties: ['run/region'],
  },
  {
    of: /^artifacts repositories (create|describe|delete|update|(add|remove)-iam-policy-binding|get-iam-policy)$/,
    flag: '--location',
    properties: ['artifacts/location'],
  },
]

/** Commands that do not say in which region, on pages that do not set one for all. */
export const place = pageRule([commandFlagMissing], ({ page, calls }) => {
  if (isPlain(page)) return []
  const set = calls.filter((call) => isCommand(call, 'gcloud', 'config set')).map((call) => positionals(call)[0]?.text)
  const gcloud = calls.filter(({ name, match }) => name === 'gcloud' && match?.command && !match.informative)
  return gcloud.flatMap((call) =>
    PLACED.filter((placed) => lacks(call, placed, set)).map(({ flag }) => missing(call, flag)),
  )
})

function lacks(call: Call, { of, flag, properties }: Placed, set: readonly (string | undefined)[]): boolean {
  if (!of.test(call.match?.subcommand ?? '') || hasFlag(call, flag)) return false
  const full = positionals(call).some(({ text }) => text === undefined || text.includes('locations/'))
  return !full && !call.words.some(({ word }) => word.open) && !set.some((name) => name && properties.includes(name))
}

const missing = (call: Call, flag: string): Finding =>
  commandFlagMissing.at(placeOfCall(call), { command: commandOf(call), flag })
