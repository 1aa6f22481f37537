import { placeOfCall } from '#check/page/call.ts'
import { slipOf } from '#check/page/slip.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { KNOWN_PROGRAMS } from '#tools/known-programs.ts'

export const commandMisspelt = defineFinding({
  code: 'COMMAND_MISSPELT',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» no es un programa conocido, y se parece mucho a «{meant}».',
    hint: 'Escribe «{meant}».',
    why: 'El nombre de un programa con una letra cambiada se descubre al pegarlo. De un programa que nadie conoce no se dice nada.',
  },
  en: {
    message: '`{found}` is no known program, and much like `{meant}`.',
    hint: 'Write `{meant}`.',
    why: 'The name of a program with a slip in it shows when it is pasted. Nothing is said of a program nobody knows.',
  },
  wrong: ['```bash step=list effect=read', 'dokcer ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})

/** The name of a program with one slip of the fingers. */
export const misspeltProgram = pageRule([commandMisspelt], ({ calls, blocks }) => {
  const functions = new Set(blocks.flatMap(({ script }) => script.functions))
  return calls.flatMap((call) => {
    if (call.where.at(-1)?.kind === 'container' || functions.has(call.name)) return []
    const meant = slipOf(call.name, KNOWN_PROGRAMS)
    return meant === undefined ? [] : [commandMisspelt.at(placeOfCall(call), { found: call.name, meant })]
  })
})
