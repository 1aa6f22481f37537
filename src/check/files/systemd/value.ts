import { defineFinding } from '#finding/define.ts'

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
