import type { Problem } from '../match/problem.ts'
import type { Match } from '../match/reading.ts'
import { CONTAINER_REFUSALS } from './refusals/containers.ts'
import { type Refusal, toProblem } from './refusals/refusal.ts'
import { RESOURCE_REFUSALS } from './refusals/resources.ts'
import { RUN_REFUSALS } from './refusals/run.ts'

/**
 * What gcloud or the service behind it refuses although it parses: sizes,
 * names, regions, splits of traffic. Only what is known is judged.
 */
export const gcloudRefusals = (match: Match): Problem[] => {
  if (match.command === undefined || match.informative) return []
  const path = match.subcommand
  return [...RUN_REFUSALS, ...CONTAINER_REFUSALS, ...RESOURCE_REFUSALS]
    .filter((refusal) => applies(refusal, path))
    .flatMap((refusal) => refusal.find(match).map((breach) => toProblem(refusal, breach)))
    .sort((a, b) => a.index - b.index)
}

const applies = (refusal: Refusal, path: string): boolean =>
  refusal.of.some((prefix) => path === prefix || path.startsWith(`${prefix} `))
