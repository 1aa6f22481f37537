import { type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { storedSecrets } from './stored.ts'

export const hazardSecretAltered = defineFinding({
  code: 'HAZARD_SECRET_ALTERED',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» no guarda en el secreto el valor tal cual: {reasonEs}.',
    hint: 'Escribe printf %s "$NOMBRE" | gcloud secrets …',
    why: 'echo añade un salto de línea y printf con el valor como formato interpreta sus signos: la aplicación recibe otra contraseña.',
  },
  en: {
    message: '`{command}` does not store the value as it is: {reasonEn}.',
    hint: 'Write printf %s "$NAME" | gcloud secrets …',
    why: 'echo adds a newline, and printf with the value as its format reads its signs: the application receives another password.',
  },
  wrong: [
    '```bash step=store-password effect=create',
    'echo "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    '```',
  ],
  right: [
    '```bash step=store-password effect=create',
    'printf %s "$DB_PASSWORD" | gcloud secrets create db-password --data-file=-',
    '```',
  ],
})

/** What is written into a secret is not the value alone: a newline after it, or a value read as a format. */
export const secretAltered = pageRule([hazardSecretAltered], ({ calls }) =>
  storedSecrets(calls).flatMap(({ feeder }): Finding[] => {
    const reason = alteration(feeder)
    if (!reason) return []
    const data = { command: feeder.name, reasonEs: reason.es, reasonEn: reason.en }
    return [hazardSecretAltered.at(placeOfCall(feeder), data)]
  }),
)

function alteration({ name, words }: Call): Localized | undefined {
  const [first] = words
  const newline = { es: 'añade un salto de línea', en: 'it adds a newline' }
  if (name === 'echo') return /^-[eE]*n/.test(first?.text ?? '') ? undefined : newline
  const format = first?.text === '--' ? words[1] : first
  if (format && format.word.reads.length > 0)
    return { es: 'toma el valor como formato', en: 'it takes the value as a format' }
  return /\\n$|\n$/.test(format?.text ?? '') ? newline : undefined
}
