import { type Finding, finding } from '#finding/finding.ts'
import { type Call, type CallWord, hasFlag, placeOfCall, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** `rsync --delete` that deletes nothing: it compares directories, and needs them whole (rsync(1), --delete). */
export const rsyncDelete: Rule = ({ calls }) =>
  calls.filter((call) => call.name === 'rsync' && hasFlag(call, ...DELETES)).flatMap(deleteFindings)

const DELETES = ['--delete', '--delete-before', '--delete-during', '--delete-delay', '--delete-after', '--del']
const WHOLE = ['--archive', '-a', '--recursive', '-r', '--dirs', '-d', '--old-dirs', '--files-from']

function deleteFindings(call: Call): Finding[] {
  if (!hasFlag(call, ...WHOLE)) {
    const reason = '--delete does not work without --recursive (-r) or --dirs (-d).'
    return [finding('COMMAND_RULE', placeOfCall(call), { command: call.name, reason })]
  }
  return call.words
    .slice(0, -1)
    .filter(isExpanded)
    .map(({ word }) => {
      const folder = word.text.slice(0, word.text.lastIndexOf('/') + 1)
      return finding('COMMAND_RSYNC_PATTERN', placeOfWord(call, word), { found: word.text, folder: folder || './' })
    })
}

/** `output/*`, which the shell replaces by what is in the directory. */
const isExpanded = ({ word }: CallWord): boolean => /^(?!-).*(?<![^/])\*$/.test(word.text)
