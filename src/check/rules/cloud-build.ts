import { placeIn } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { type Submitted, submittedBy } from '../files/cloud-build/submitted.ts'
import { type Call, commandOf, flagValue, flagValues, isCommand, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Variables a command gives a Cloud Build file of its page, and those the file uses: Cloud Build wants them to be the same. */
export const cloudBuildVariables: Rule = ({ calls }) =>
  calls.flatMap((call) => {
    const refused = refusedKeys(call)
    const submitted = submittedBy(call)
    if (refused.length > 0 || !submitted || submitted.loose) return refused
    return [...unused(call, submitted), ...missing(call, submitted)]
  })

/** Names Cloud Build lets a command give: its own (cloud.google.com/build/docs/build-substitutions), and `_NAME`. */
const OWN_KEYS = /^(?:_[A-Z0-9_]+|REPO_NAME|REPO_FULL_NAME|BRANCH_NAME|TAG_NAME|REVISION_ID|COMMIT_SHA|SHORT_SHA)$/

function refusedKeys(call: Call): Finding[] {
  if (!isCommand(call, 'gcloud', 'builds submit')) return []
  return flagValues(call, '--substitutions').flatMap(({ word, text }) => {
    if (text === undefined || text.startsWith('^')) return []
    const keys = text.split(',').flatMap((pair) => /^([A-Za-z]\w*)=/.exec(pair)?.[1] ?? [])
    return keys
      .filter((key) => !OWN_KEYS.test(key))
      .map((key) => {
        const reason = `substitution key "${key}" does not respect format ^_[A-Z0-9_]+$`
        return finding('COMMAND_RULE', placeOfWord(call, word), { command: commandOf(call), reason })
      })
  })
}

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
