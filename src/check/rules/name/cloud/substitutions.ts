import { submittedBy } from '#check/files/cloud-build/submitted.ts'
import { ask, type Call, commandOf, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { commandRule } from '#check/rules/command/grammar/rule.ts'
import type { Finding } from '#finding/finding.ts'
import { missing, nameSubstitutionMissing } from './substitution-missing.ts'
import { nameSubstitutionUnused, unused } from './substitution-unused.ts'

/** Variables a command gives a Cloud Build file of its page, and those the file uses: Cloud Build wants them to be the same. */
export const cloudBuildVariables = pageRule(
  [commandRule, nameSubstitutionUnused, nameSubstitutionMissing],
  ({ calls }) =>
    calls.flatMap((call) => {
      const refused = refusedKeys(call)
      const submitted = submittedBy(call)
      if (refused.length > 0 || !submitted || submitted.loose) return refused
      return [...unused(call, submitted), ...missing(call, submitted)]
    }),
)

/** Names Cloud Build lets a command give: its own (cloud.google.com/build/docs/build-substitutions), and `_NAME`. */
const OWN_KEYS = /^(?:_[A-Z0-9_]+|REPO_NAME|REPO_FULL_NAME|BRANCH_NAME|TAG_NAME|REVISION_ID|COMMIT_SHA|SHORT_SHA)$/

function refusedKeys(call: Call): Finding[] {
  return (ask(call, 'submits')?.substitutions ?? []).flatMap(({ word, text }) => {
    if (text === undefined || text.startsWith('^')) return []
    const keys = text.split(',').flatMap((pair) => /^([A-Za-z]\w*)=/.exec(pair)?.[1] ?? [])
    return keys
      .filter((key) => !OWN_KEYS.test(key))
      .map((key) => {
        const reason = `substitution key "${key}" does not respect format ^_[A-Z0-9_]+$`
        return commandRule.at(placeOfWord(call, word), { command: commandOf(call), reason })
      })
  })
}
