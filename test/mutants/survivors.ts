import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const VERDICTS = ['equivalent', 'accepted', 'open'] as const
type Verdict = (typeof VERDICTS)[number]

/**
 * Mutants nothing catches, with the reason. `equivalent`: the page says and does the same. `accepted`:
 * it says or does less, and nothing it says is false. `open`: a fault, with the rule that is still missing.
 */
const survivorsSchema = z.array(
  z.strictObject({
    verdict: z.enum(VERDICTS),
    because: z.string().min(20),
    mutants: z.array(z.string()).nonempty(),
  }),
)

/** The verdict on each listed mutant, by its key. Throws when one is listed twice. */
export function readSurvivors(): ReadonlyMap<string, Verdict> {
  const groups = survivorsSchema.parse(parse(readFileSync('test/mutants/survivors.yaml', 'utf8')))
  const verdicts = new Map<string, Verdict>()
  for (const { verdict, mutants } of groups)
    for (const key of mutants) {
      if (verdicts.has(key)) throw new Error(`listed twice: ${key}`)
      verdicts.set(key, verdict)
    }
  return verdicts
}
