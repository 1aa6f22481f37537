import { type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const commandSample = defineFinding({
  code: 'COMMAND_SAMPLE',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '«{found}» es un valor de muestra: quien lo pegue lo usará tal cual.',
    hint: 'Declara un parámetro y escribe su variable.',
    why: 'Un valor de muestra se pega tal cual, y crea o borra algo con ese nombre. Un parámetro se pide, se comprueba y se rellena en toda la página.',
  },
  en: {
    message: '`{found}` is a sample value: whoever pastes it uses it as it is.',
    hint: 'Declare a parameter and write its variable.',
    why: 'A sample value is pasted as it is, and creates or deletes something of that name. A parameter is asked for, checked and filled in all over the page.',
  },
  wrong: ['```bash step=connect effect=read', 'ssh user@server uptime', '```'],
  right: ['```bash step=connect effect=read', 'ssh deploy@prod.example.com uptime', '```'],
})

/** Values to replace by hand that are neither brackets nor variables: `CONTAINER_NAME`, `user@your-server`. One a block. */
export const sample = pageRule([commandSample], ({ calls }) => {
  const found = calls.flatMap(samplesOf)
  return [...Map.groupBy(found, ({ place }) => place.start.line).values()].map((same) => same[0] as Finding)
})

const UPPER = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(:[A-Z][A-Z0-9_]*)?$|^[A-Z]{3,}:[A-Z]{3,}$/
const WORDED = /(^|[/@:._-])(your|tu|nombre-de|change-me|changeme|replace-me|placeholder)([/@:._-]|$)/i
const MACHINE = /^(user|usuario|root)@(server|servidor|host|ip)\b/

/** Whether a word is one to replace by hand. */
export const isSampleValue = (text: string): boolean => UPPER.test(text) || WORDED.test(text) || MACHINE.test(text)

function samplesOf(call: Call): Finding[] {
  if (!call.traits.namesOfReader) return []
  // `KEY=… docker build --build-arg KEY` names the variable it gives.
  const given = new Set(call.command.assignments.map(({ name }) => name))
  return call.words.flatMap(({ word }) => {
    const text = word.value
    if (text === undefined || given.has(text) || !isSampleValue(text)) return []
    return [commandSample.at(placeOfWord(call, word), { found: text })]
  })
}
