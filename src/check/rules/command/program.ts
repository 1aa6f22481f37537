import { type Call, type CallWord, flagValues, hasFlag, placeOfWord, positionals } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { awkProblem, jqProblem } from '#tools/awk/program.ts'
import { sedProblem } from '#tools/sed/program.ts'

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

/** Programs of sed, awk and jq that they would not even read. What a variable fills in is left to the run. */
export const program = pageRule([commandProgram], ({ calls }) => calls.flatMap(programFindings))

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
  return [commandProgram.at(placeOfWord(call, at.word), data)]
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
