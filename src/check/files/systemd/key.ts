import { defineFinding } from '#finding/define.ts'

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
