import type { Problem } from '../match/problem.ts'
import type { Match } from '../match/reading.ts'
import { CONTAINER_RULES } from './refusals/containers.ts'
import { type Rule, toProblem } from './refusals/refusal.ts'
import { RESOURCE_RULES } from './refusals/resources.ts'
import { RUN_RULES } from './refusals/run.ts'

/**
 * What gcloud or the service behind it refuses although it parses: sizes,
 * names, regions, splits of traffic. Only what is known is judged.
 */
export const checkGcloudRules = (match: Match): Problem[] => {
  if (match.command === undefined || match.informative) return []
  const path = match.subcommand
  return [...RUN_RULES, ...CONTAINER_RULES, ...RESOURCE_RULES]
    .filter((rule) => applies(rule, path))
    .flatMap((rule) => rule.find(match).map((breach) => toProblem(rule, breach)))
    .sort((a, b) => a.index - b.index)
}

const applies = (rule: Rule, path: string): boolean =>
  rule.of.some((prefix) => path === prefix || path.startsWith(`${prefix} `))
