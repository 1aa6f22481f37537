import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const commandProgram = defineFinding({
  code: 'COMMAND_PROGRAM',
  severity: 'error',
  allowable: true,
  es: {
    message: '{command} rechaza el programa «{found}»: {reason}.',
    hint: 'Corrígelo; suele faltar un delimitador, un paréntesis o una comilla.',
    why: 'sed, awk y jq leen su programa entero antes de empezar. Con un delimitador de menos terminan sin tocar nada, y en una tubería el error se pierde.',
  },
  en: {
    message: '{command} refuses the program `{found}`: {reason}.',
    hint: 'Correct it; often a delimiter, a bracket or a quote is missing.',
    why: 'sed, awk and jq read all of their program before they start. With one delimiter missing they end and touch nothing, and in a pipe the error is lost.',
  },
  wrong: ['```bash step=look effect=read', "sed -n 's/^version: //p;/^name/,/^$/{p' app.conf", '```'],
  right: ['```bash step=look effect=read', "sed -n 's/^version: //p;/^name/,/^$/{p}' app.conf", '```'],
})

/** Programs in a language of their own, as of sed, that their reader would not even take. What a variable fills in is left to the run. */
export const program = pageRule([commandProgram], ({ calls }) => calls.flatMap(programFindings))

function programFindings(call: Call): Finding[] {
  const { words, problem } = ask(call, 'program') ?? { words: [], problem: () => undefined }
  const texts = words.map(({ word }) => word.value)
  if (texts.length === 0 || !texts.every((text) => text !== undefined)) return []
  const whole = texts.join('\n')
  const reason = problem(whole)
  // Of several pieces, the first after which it is wrong; what is still open may be closed by the next.
  const at =
    reason === "unmatched `{'"
      ? words.at(-1)
      : words.find((_, index) => problem(texts.slice(0, index + 1).join('\n')) === reason)
  if (reason === undefined || !at) return []
  const data = { command: call.name, found: whole.length > 60 ? `${whole.slice(0, 60)}…` : whole, reason }
  return [commandProgram.at(placeOfWord(call, at.word), data)]
}
