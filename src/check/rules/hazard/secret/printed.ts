import { ask, type Call, commandOf, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Shows } from '#tools/facts/terminal.ts'
import { isEnvFile } from '../env-file.ts'
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
  const shows = ask(call, 'shows')
  const secret = spoken(call, secrets) ?? (shows && namedBy(shows, secrets))
  if (secret === undefined && !(shows && isSecret(shows, secrets))) return []
  const named = secret === undefined ? '' : `, ${secret}`
  return [hazardSecretPrinted.at(placeOfCall(call), { command: commandOf(call), nameEs: named, nameEn: named })]
}

/** The secret that bash itself is told to say. */
function spoken({ name, words }: Call, secrets: ReadonlySet<string>): string | undefined {
  if (name !== 'echo' && (name !== 'printf' || words[0]?.text === '-v')) return undefined
  return words.flatMap(({ word }) => word.reads).find((read) => secrets.has(read))
}

/** The secret among the variables that are shown by their names. */
const namedBy = (shows: Shows, secrets: ReadonlySet<string>): string | undefined =>
  shows.kind === 'variables' && shows.names !== 'all'
    ? shows.names.map(({ text }) => text ?? '').find((text) => secrets.has(text))
    : undefined

/** Whether what is shown has a secret in it, of whatever name. */
function isSecret(shows: Shows, secrets: ReadonlySet<string>): boolean {
  if (shows.kind === 'secret') return true
  if (shows.kind === 'variables') return shows.names === 'all' && secrets.size > 0
  return shows.files.some(({ text }) => isEnvFile(text))
}
