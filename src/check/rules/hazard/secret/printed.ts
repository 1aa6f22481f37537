import { type Call, commandOf, isCommand, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { secretsOf } from './secrets.ts'

export const hazardSecretPrinted = defineFinding({
  code: 'HAZARD_SECRET_PRINTED',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{command}» muestra un secreto en la terminal{nameEs}.',
    hint: 'Pásalo por una tubería o guárdalo en una variable; no lo muestres.',
    why: 'Lo que pasa por la terminal acaba en registros, capturas e informes. Un secreto impreso hay que darlo por perdido.',
  },
  en: {
    message: '`{command}` shows a secret on the terminal{nameEn}.',
    hint: 'Pipe it on, or keep it in a variable; do not show it.',
    why: 'What passes through the terminal ends up in logs, screenshots and reports. A secret once printed must be taken as lost.',
  },
  wrong: ['```bash step=see-password effect=read', 'echo "$DB_PASSWORD"', '```'],
  right: ['```bash step=measure-password effect=read', 'printf %s "$DB_PASSWORD" | wc -c', '```'],
})

/** Secrets shown on the terminal. */
export const secretPrinted = pageRule([hazardSecretPrinted], ({ page, calls }) => {
  const secrets = secretsOf(page)
  return calls.filter(isShown).flatMap((call) => printed(call, secrets))
})

/** Its output reaches the terminal: not a pipe, not a substitution, not a file. */
function isShown({ command, outer }: Call): boolean {
  const away = command.redirects.some(
    ({ operator, descriptor, target }) =>
      /^(&>|&>>|>|>>|>\|)$/.test(operator) && (descriptor ?? 1) === 1 && target !== undefined,
  )
  return !command.substituted && !command.piped && !away && (outer === undefined || isShown(outer))
}

function printed(call: Call, secrets: ReadonlySet<string>): Finding[] {
  const { name, words } = call
  const report = (command: string, secret?: string) => [
    hazardSecretPrinted.at(placeOfCall(call), {
      command,
      nameEs: secret ? `, ${secret}` : '',
      nameEn: secret ? `, ${secret}` : '',
    }),
  ]
  if (isCommand(call, 'gcloud', 'secrets versions access')) return printsAccess(call) ? report(commandOf(call)) : []
  if (name === 'echo' || name === 'printf') {
    const secret = words.flatMap(({ word }) => word.reads).find((read) => secrets.has(read))
    return secret && !(name === 'printf' && words[0]?.text === '-v') ? report(name, secret) : []
  }
  if (name === 'printenv') {
    const secret = words.map(({ text }) => text ?? '').find((text) => secrets.has(text))
    return secret || (words.length === 0 && secrets.size > 0) ? report(name, secret) : []
  }
  if (name === 'env' && words.length === 0 && secrets.size > 0) return report(name)
  return READERS.has(name) && words.some(({ text }) => isEnvFile(text)) && !isQuiet(call) ? report(name) : []
}

const READERS = new Set(['cat', 'grep', 'egrep', 'head', 'tail', 'less', 'more', 'sed', 'awk', 'bat'])

/** `.env`, `.env.production`, `mi.env`; not `.env.example`. */
const isEnvFile = (text: string | undefined) =>
  /(^|\/)[\w-]*\.env(\.\w+)?$/.test(text ?? '') && !/\.(example|sample|template)$/.test(text ?? '')

/** `grep -q`, `grep -c`, `grep -l` and `sed -i` do not show lines. */
const isQuiet = ({ name, words }: Call) =>
  words.some(({ text }) =>
    (name === 'sed' ? /^(-i|--in-place)/ : /^(-[a-zA-Z]*[qcl]|--quiet|--count|--files-with-matches)/).test(text ?? ''),
  )

const printsAccess = (call: Call) => !call.words.some(({ text }) => /^--(out-file|help)/.test(text ?? ''))
