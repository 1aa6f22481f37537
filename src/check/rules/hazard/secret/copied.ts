import { ask, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'

export const hazardSecretCopied = defineFinding({
  code: 'HAZARD_SECRET_COPIED',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: '«{command}» se lleva {found} con sus secretos, sin cifrar.',
    hint: 'Déjalo fuera y guarda los secretos en su gestor.',
    why: 'Un archivo de secretos dentro de una copia sin cifrar es otro sitio del que se escapan, y del que nadie se acuerda al rotarlos.',
  },
  en: {
    message: '`{command}` takes {found} along with its secrets, unencrypted.',
    hint: 'Leave it out, and keep secrets in their manager.',
    why: 'A file of secrets in an unencrypted copy is one more place they leak from, and one nobody remembers when they are rotated.',
  },
  wrong: ['```bash step=back-up effect=create', 'tar -czf copia.tar.gz .env compose.yaml', '```'],
  right: ['```bash step=back-up effect=create', 'tar -czf copia.tar.gz compose.yaml', '```'],
})

/** Files of secrets put into archives or sent to other machines. */
export const secretCopied = pageRule([hazardSecretCopied], ({ calls }) =>
  calls.flatMap((call): Finding[] => {
    const found = ask(call, 'copies')?.find(({ text }) => isEnvFile(text))?.text
    return found === undefined ? [] : [hazardSecretCopied.at(placeOfCall(call), { command: call.name, found })]
  }),
)

const isEnvFile = (text: string | undefined) =>
  /(^|\/)\.env(\.\w+)?$/.test(text ?? '') && !/\.(example|sample|template)$/.test(text ?? '')
