import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { UnitEntry } from '#formats/systemd/parse.ts'
import { suggest } from '#schema/spelling.ts'
import type { PageFile } from '../page-file.ts'

export const fileSystemdValue = defineFinding({
  code: 'FILE_SYSTEMD_VALUE',
  severity: 'error',
  allowable: true,
  es: {
    message: '{key} admite {expected}; se encontró «{found}».',
    hint: 'Corrige el valor.[? Quizá querías «{suggestion}».]',
    why: 'systemd ignora un valor que no admite y usa el de por defecto.',
  },
  en: {
    message: '{key} takes {expected}; found `{found}`.',
    hint: 'Correct the value.[? Did you mean `{suggestion}`?]',
    why: 'systemd ignores a value it does not take and uses its default.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/app', 'Restart=allways', '```'],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/app', 'Restart=always', '```'],
})

const VALUES: Readonly<Record<string, readonly string[]>> = {
  Type: ['simple', 'exec', 'forking', 'oneshot', 'dbus', 'notify', 'notify-reload', 'idle'],
  Restart: ['no', 'on-success', 'on-failure', 'on-abnormal', 'on-watchdog', 'on-abort', 'always'],
  KillMode: ['control-group', 'mixed', 'process', 'none'],
}

/** A value that is none of those its key takes. */
export function valueFindings(file: PageFile, { section, key, value, valueStart, end }: UnitEntry): Finding[] {
  const expected = section === 'Service' && Object.hasOwn(VALUES, key) ? VALUES[key] : undefined
  if (!expected || value === '' || expected.includes(value)) return []
  const data = { key, found: value, expected: expected.join(', '), suggestion: suggest(value, expected) }
  return [fileSystemdValue.at(file.at(valueStart, end), data)]
}
