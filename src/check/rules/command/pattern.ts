import { ask, type Call, placeOfWord } from '#check/page/call.ts'
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

/** Patterns a search refuses: it ends with status 2, which a condition reads as "not found". */
export const pattern = pageRule([commandPattern], ({ calls }) => calls.flatMap(patternFindings))

function patternFindings(call: Call): Finding[] {
  const { pattern: given, syntax } = ask(call, 'search') ?? {}
  const text = syntax && given?.word.value
  const reason = text === undefined ? undefined : patternProblem(text, syntax === 'extended')
  if (!given || reason === undefined) return []
  return [commandPattern.at(placeOfWord(call, given.word), { command: call.name, found: text, reason })]
}
