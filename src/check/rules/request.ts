import { type Finding, finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { type Call, type CallWord, flagUses, flagValues, hasFlag, placeOfWord } from '../page/call.ts'
import type { Rule } from '../rule.ts'

/** Requests of curl whose body is not what they say it is. */
export const request: Rule = ({ calls }) => calls.filter(({ name }) => name === 'curl').flatMap(bodyFindings)

const BODIES = ['--data', '--data-ascii', '--data-binary', '--data-raw', '--json']
const OTHER_BODIES = ['--data-urlencode', '--form', '--form-string', '--upload-file', '--config']

function bodyFindings(call: Call): Finding[] {
  const headers = flagValues(call, '--header')
  const types = headers.filter(({ text }) => /^content-type:/i.test(text ?? ''))
  const unsure = headers.some((header) => !isNamed(header)) || call.words.some(({ word }) => word.open)
  const bodies = flagValues(call, ...BODIES).filter(looksJson)
  const broken = bodies.filter(({ text }) => !isJson(text ?? ''))
  if (broken.length > 0) return broken.map(({ word }) => wrong(call, word, BROKEN))
  const [body] = bodies
  if (body && types.length === 0 && !unsure && !hasFlag(call, '--json')) return [wrong(call, body.word, UNSAID)]
  const sends = flagUses(call, ...BODIES, ...OTHER_BODIES).length > 0 || hasFlag(call, '--get')
  const [type] = types
  return type && !sends && !unsure ? [wrong(call, type.word, EMPTY)] : []
}

const BROKEN: Localized = { es: 'el cuerpo no es JSON válido', en: 'the body is no valid JSON' }
const UNSAID: Localized = {
  es: "curl diría que el cuerpo es un formulario; añade --header 'Content-Type: application/json'",
  en: "curl would call the body a form; add --header 'Content-Type: application/json'",
}
const EMPTY: Localized = {
  es: 'la cabecera dice de qué tipo es el cuerpo, y no hay cuerpo',
  en: 'the header says of what type the body is, and there is no body',
}

/** Whether a header's name is known, whatever its value: `Authorization: Bearer $(…)`. */
const isNamed = ({ word }: CallWord) => /^[\w-]+:/.test(word.pieces[0]?.kind === 'text' ? word.pieces[0].text : '')

const looksJson = ({ text }: CallWord) => /^\s*(\{|\[\s*[{"[])/.test(text ?? '')

/** A value of the reader's stands for any text or number. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(/\$\{[^}]*\}/g, '1'))
    return true
  } catch {
    return false
  }
}

function wrong(call: Call, word: CallWord['word'], reason: Localized): Finding {
  const place = placeOfWord(call, word)
  return finding('COMMAND_REQUEST', place, { reasonEs: reason.es, reasonEn: reason.en })
}
