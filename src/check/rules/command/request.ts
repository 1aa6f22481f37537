import { ask, type Call, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import type { SentBody } from '#tools/facts/programs.ts'
import type { LineWord, Written } from '#tools/match/line.ts'

export const commandRequest = defineFinding({
  code: 'COMMAND_REQUEST',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El servidor no recibe aquí lo que parece: {reasonEs}.',
    hint: 'Corrige el cuerpo o su cabecera.',
    why: 'Sin su cabecera, un cuerpo JSON llega como formulario; roto, llega como texto. El servidor responde 422 o hace caso omiso, y el error no dice por qué.',
  },
  en: {
    message: 'The server does not get here what it seems: {reasonEn}.',
    hint: 'Correct the body or its header.',
    why: 'Without its header a JSON body arrives as a form; broken, it arrives as text. The server answers 422 or ignores it, and the error does not say why.',
  },
  wrong: [
    '```bash step=ask effect=read',
    'curl -fsS --max-time 10 --data \'{"question":"hola"}\' http://localhost:8000/chat',
    '```',
  ],
  right: [
    '```bash step=ask effect=read',
    'curl -fsS --max-time 10 --header \'Content-Type: application/json\' --data \'{"question":"hola"}\' http://localhost:8000/chat',
    '```',
  ],
})

/** Requests whose body is not what they say it is. */
export const request = pageRule([commandRequest], ({ calls }) =>
  calls.flatMap((call) => {
    const sent = ask(call, 'request')?.sent
    return sent ? bodyFindings(call, sent) : []
  }),
)

function bodyFindings(call: Call, { headers, bodies: given, otherwise, saysJson }: SentBody): Finding[] {
  const types = headers.filter(({ text }) => /^content-type:/i.test(text ?? ''))
  const unsure = headers.some((header) => !isNamed(header)) || call.words.some(({ word }) => word.open)
  const bodies = given.filter(looksJson)
  const broken = bodies.filter(({ text }) => !isJson(text ?? ''))
  if (broken.length > 0) return broken.map(({ word }) => wrong(call, word, BROKEN))
  const [body] = bodies
  if (body && types.length === 0 && !unsure && !saysJson) return [wrong(call, body.word, UNSAID)]
  const sends = given.length > 0 || otherwise
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
const isNamed = ({ word }: LineWord) => /^["']?[\w-]+:/.test(word.text)

const looksJson = ({ text }: LineWord) => /^\s*(\{|\[\s*[{"[])/.test(text ?? '')

/** A value of the reader's stands for any text or number. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text.replaceAll(/\$\{[^}]*\}/g, '1'))
    return true
  } catch {
    return false
  }
}

function wrong(call: Call, word: Written, reason: Localized): Finding {
  const place = placeOfWord(call, word)
  return commandRequest.at(place, { reasonEs: reason.es, reasonEn: reason.en })
}
