import { type Finding, finding } from '#finding/finding.ts'
import { awkProblem, jqProblem } from '#tools/awk/program.ts'
import { sedProblem } from '#tools/sed/program.ts'
import { type Call, type CallWord, flagValues, hasFlag, placeOfWord, positionals } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Programs of sed, awk and jq that they would not even read. What a variable fills in is left to the run. */
export const program: Rule = ({ calls }) => calls.flatMap(programFindings)

function programFindings(call: Call): Finding[] {
  const words = programsOf(call)
  const texts = words.map(({ word }) => word.value)
  if (texts.length === 0 || !texts.every((text) => text !== undefined)) return []
  const whole = texts.join('\n')
  const reason = problemOf(call, whole)
  // Of several pieces, the first after which it is wrong; what is still open may be closed by the next.
  const at =
    reason === "unmatched `{'"
      ? words.at(-1)
      : words.find((_, index) => problemOf(call, texts.slice(0, index + 1).join('\n')) === reason)
  if (reason === undefined || !at) return []
  const data = { command: call.name, found: whole.length > 60 ? `${whole.slice(0, 60)}…` : whole, reason }
  return [finding('COMMAND_PROGRAM', placeOfWord(call, at.word), data)]
}

/** The words that make up the program. */
function programsOf(call: Call): CallWord[] {
  if (call.name === 'sed') {
    if (hasFlag(call, '--file')) return []
    const given = flagValues(call, '--expression')
    return given.length > 0 ? given : positionals(call).slice(0, 1)
  }
  if (!/^([gm]?awk|jq)$/.test(call.name) || hasFlag(call, '--file', '--from-file', '-f')) return []
  return positionals(call).slice(0, 1)
}

function problemOf(call: Call, text: string): string | undefined {
  if (call.name === 'sed') return sedProblem(text, hasFlag(call, '--regexp-extended', '-E', '-r'))
  return call.name === 'jq' ? jqProblem(text) : awkProblem(text)
}
