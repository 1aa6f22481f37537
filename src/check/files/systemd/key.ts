import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { keysOf, SECTION_NAMES } from '#formats/systemd/directives.ts'
import type { UnitEntry } from '#formats/systemd/parse.ts'
import { suggest } from '#schema/spelling.ts'
import type { PageFile } from '../page-file.ts'

export const fileSystemdKey = defineFinding({
  code: 'FILE_SYSTEMD_KEY',
  severity: 'error',
  allowable: true,
  es: {
    message: '[{section}] no tiene la clave «{found}»: systemd ignora la línea.',
    hint: 'Corrige la clave.[? Quizá querías «{suggestion}».]',
    why: 'systemd ignora una clave que no conoce: el servicio arranca sin ella.',
  },
  en: {
    message: '[{section}] has no key `{found}`: systemd ignores the line.',
    hint: 'Correct the key.[? Did you mean `{suggestion}`?]',
    why: 'systemd ignores a key it does not know: the service starts without it.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/true', 'RestartSecs=5', '```'],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/true', 'RestartSec=5', '```'],
})

/** A key that is not of its section. */
export function keyFindings(file: PageFile, { section, key, start }: UnitEntry): Finding[] {
  const known = keysOf(section)
  if (!known || known.includes(key) || key.startsWith('X-')) return []
  const elsewhere = SECTION_NAMES.find((name) => keysOf(name)?.includes(key))
  const suggestion = elsewhere ? `[${elsewhere}] ${key}` : suggest(key, known)
  return [fileSystemdKey.at(file.at(start, start + key.length), { section, found: key, suggestion })]
}
