import type { Problem } from './problem.ts'
import type { Match } from './reading.ts'
import { CONTAINER_RULES } from './rules/container-rules.ts'
import { RESOURCE_RULES } from './rules/resource-rules.ts'
import { type Rule, toProblem } from './rules/rule.ts'
import { RUN_RULES } from './rules/run-rules.ts'

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
