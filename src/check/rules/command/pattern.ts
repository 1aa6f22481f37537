import { type Call, type CallWord, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { patternProblem } from '#tools/grep/pattern.ts'

export const commandPattern = defineFinding({
  code: 'COMMAND_PATTERN',
  severity: 'error',
  allowable: true,
  es: {
    message: '{command} rechaza el patrón «{found}»: {reason}. Una condición lo leería como «no hay ninguno».',
    hint: 'Corrige el patrón; dentro de [ ] la barra invertida no escapa nada.',
    why: 'grep termina con estado 2 ante un patrón que no entiende, y un if lo lee como «no hay coincidencias»: la comprobación nunca avisa.',
  },
  en: {
    message: '{command} refuses the pattern `{found}`: {reason}. A condition would read that as "there are none".',
    hint: 'Correct the pattern; inside [ ] a backslash escapes nothing.',
    why: 'grep ends with status 2 on a pattern it cannot read, and an if takes that for `no match`: the check never warns.',
  },
  wrong: ['```bash step=look effect=read', "grep -qE '[*\\[\\]!{}]' app.conf", '```'],
  right: ['```bash step=look effect=read', "grep -qE '[]*[!{}]' app.conf", '```'],
})

/** Patterns grep refuses: it ends with status 2, which a condition reads as "not found". */
export const pattern = pageRule([commandPattern], ({ calls }) => calls.flatMap(patternFindings))

function patternFindings(call: Call): Finding[] {
  if (!/^e?grep$/.test(call.name) || has(call, 'FP', '--fixed-strings', '--perl-regexp')) return []
  const extended = call.name === 'egrep' || has(call, 'E', '--extended-regexp')
  const word = patternOf(call)
  const reason = word?.word.value === undefined ? undefined : patternProblem(word.word.value, extended)
  return word && reason
    ? [commandPattern.at(placeOfWord(call, word.word), { command: call.name, found: word.word.value, reason })]
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
