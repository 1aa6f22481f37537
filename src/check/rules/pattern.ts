import { type Finding, finding } from '#finding/finding.ts'
import { patternProblem } from '#tools/grep/pattern.ts'
import { type Call, type CallWord, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Patterns grep refuses: it ends with status 2, which a condition reads as "not found". */
export const pattern: Rule = ({ calls }) => calls.flatMap(patternFindings)

function patternFindings(call: Call): Finding[] {
  if (!/^e?grep$/.test(call.name) || has(call, 'FP', '--fixed-strings', '--perl-regexp')) return []
  const extended = call.name === 'egrep' || has(call, 'E', '--extended-regexp')
  const word = patternOf(call)
  const reason = word?.word.value === undefined ? undefined : patternProblem(word.word.value, extended)
  return word && reason
    ? [finding('COMMAND_PATTERN', placeOfWord(call, word.word), { command: call.name, found: word.word.value, reason })]
    : []
}

const has = ({ words }: Call, letters: string, ...long: readonly string[]) =>
  words.some(({ text }) => long.includes(text ?? '') || new RegExp(`^-[a-zA-Z]*[${letters}]`).test(text ?? ''))

/** Flags of grep whose next word is a value. */
const VALUED = /^-[a-zA-Z]*[ABCmfdD]$/

function patternOf({ words }: Call): CallWord | undefined {
  const given = words.findIndex(({ text }) => /^(-[a-zA-Z]*e|--regexp)$/.test(text ?? ''))
  if (given >= 0) return words[given + 1]
  return words.find(({ text }, index) => !text?.startsWith('-') && !VALUED.test(words[index - 1]?.text ?? ''))
}
