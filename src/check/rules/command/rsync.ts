import { ask, type Call, type CallWord, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import type { Synchronisation } from '#tools/facts/programs.ts'
import { commandRule } from './grammar/rule.ts'
import { commandRsyncPattern } from './rsync-pattern.ts'

/** `rsync --delete` that deletes nothing: it compares directories, and needs them whole (rsync(1), --delete). */
export const rsyncDelete = pageRule([commandRule, commandRsyncPattern], ({ calls }) =>
  calls.flatMap((call) => {
    const synchronisation = ask(call, 'synchronisation')
    return synchronisation?.deletes ? deleteFindings(call, synchronisation) : []
  }),
)

function deleteFindings(call: Call, { whole }: Synchronisation): Finding[] {
  if (!whole) {
    const reason = '--delete does not work without --recursive (-r) or --dirs (-d).'
    return [commandRule.at(placeOfCall(call), { command: call.name, reason })]
  }
  return call.words
    .slice(0, -1)
    .filter(isExpanded)
    .map(({ word }) => {
      const folder = word.text.slice(0, word.text.lastIndexOf('/') + 1)
      return commandRsyncPattern.at(placeOfWord(call, word), { found: word.text, folder: folder || './' })
    })
}

/** `output/*`, which the shell replaces by what is in the directory. */
const isExpanded = ({ word }: CallWord): boolean => /^(?!-).*(?<![^/])\*$/.test(word.text)
