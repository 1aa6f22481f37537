import { placeIn } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { type Call, flagValue, placeOfCall, placeOfWord } from '../call.ts'
import { type Submitted, submittedBy } from '../cloud-build-file.ts'
import type { Rule } from '../rule.ts'

/** Variables a command gives a Cloud Build file of its page, and those the file uses: Cloud Build wants them to be the same. */
export const cloudBuildVariables: Rule = ({ calls }) =>
  calls.flatMap((call) => {
    const submitted = submittedBy(call)
    if (!submitted || submitted.loose) return []
    return [...unused(call, submitted), ...missing(call, submitted)]
  })

function unused(call: Call, { given, used, block }: Submitted): Finding[] {
  return [...(given ?? [])].flatMap(([name, { word }]) => {
    if (used.has(name)) return []
    const free = [...used.keys()].filter((other) => !given?.has(other))
    const data = { name, file: block.path, suggestion: suggest(name, free) }
    return [finding('NAME_SUBSTITUTION_UNUSED', placeOfWord(call, word.word), data)]
  })
}

function missing(call: Call, { given, used, declared, block }: Submitted): Finding[] {
  if (!given) return []
  const word = flagValue(call, '--substitutions')?.word
  const place = word ? placeOfWord(call, word) : placeOfCall(call)
  return [...used].flatMap(([name, offset]) => {
    if (given.has(name) || declared.has(name)) return []
    const { line } = placeIn(call.page, block, offset).start
    return [finding('NAME_SUBSTITUTION_MISSING', place, { name, file: block.path, line })]
  })
}
