import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { UnitEntry } from '#formats/systemd/parse.ts'
import type { PageFile } from '../page-file.ts'
import { canStart, programOf } from './command.ts'

export const fileSystemdShell = defineFinding({
  code: 'FILE_SYSTEMD_SHELL',
  severity: 'error',
  allowable: true,
  es: {
    message: '{key} no pasa por un shell: «{found}» llega al programa como un argumento.',
    hint: 'Usa sh -c, u otra clave de la unidad.',
    why: 'systemd arranca el programa sin shell. Una redirección o && llega como un argumento más.',
  },
  en: {
    message: '{key} goes through no shell: `{found}` reaches the program as an argument.',
    hint: 'Use sh -c, or another key of the unit.',
    why: 'systemd starts the program without a shell. A redirection or && arrives as one more argument.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/app > /var/log/app.log', '```'],
  right: [
    '```ini file=app.service',
    '[Service]',
    'ExecStart=/usr/bin/app',
    'StandardOutput=append:/var/log/app.log',
    '```',
  ],
})

/** systemd starts no shell: what only a shell reads is one more word of the program's. */
export function shellFindings(file: PageFile, entry: UnitEntry): Finding[] {
  const { key, value, valueStart } = entry
  const program = programOf(entry)
  if (!program || !canStart(program) || /\bsh$|^env$/.test(program.path)) return []
  const found = /(?:^|\s)(\|\|?|&&|>>?|<|;;)(?=\s|$)/.exec(value)?.[1]
  if (found === undefined) return []
  const at = file.text.indexOf(found, valueStart)
  return [fileSystemdShell.at(file.at(at, at + found.length), { found, key })]
}
