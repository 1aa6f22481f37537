import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { UnitEntry } from '#formats/systemd/parse.ts'
import type { PageFile } from '../page-file.ts'

export const fileSystemdVariable = defineFinding({
  code: 'FILE_SYSTEMD_VARIABLE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{key}= no sustituye variables: el programa recibe «{found}» tal cual.',
    hint: 'Escribe el valor, o un especificador de systemd como %h.',
    why: 'systemd sustituye variables en ExecStart, y no en Environment. El programa busca una carpeta que se llama ${HOME}.',
  },
  en: {
    message: '{key}= expands no variables: the program is given `{found}` as it stands.',
    hint: 'Write the value, or a specifier of systemd such as %h.',
    why: 'systemd expands variables in ExecStart, not in Environment. The program looks for a directory called ${HOME}.',
  },
  wrong: [
    '```ini file=app.service',
    '[Service]',
    'ExecStart=/opt/app/bin/app',
    'Environment=CACHE=${HOME}/cache',
    '```',
  ],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/opt/app/bin/app', 'Environment=CACHE=%h/cache', '```'],
})

/** A variable in the value of another: systemd takes it as it stands. */
export function variableFindings(file: PageFile, entry: UnitEntry): Finding[] {
  const found = variableIn(entry)
  if (found === undefined) return []
  const at = file.text.indexOf(found, entry.valueStart)
  return [fileSystemdVariable.at(file.at(at, at + found.length), { found, key: entry.key })]
}

/** The variable that a line `Environment=` reads, if it reads one. */
export const variableIn = ({ key, value }: UnitEntry): string | undefined =>
  key === 'Environment' ? /(?<!\$)\$(?:\{[A-Za-z_]\w*\}|(?:HOME|PATH|USER|PWD)\b)/.exec(value)?.[0] : undefined
