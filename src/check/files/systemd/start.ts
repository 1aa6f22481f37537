import { defineFinding } from '#finding/define.ts'

export const fileSystemdStart = defineFinding({
  code: 'FILE_SYSTEMD_START',
  severity: 'error',
  allowable: true,
  es: {
    message: '{file} no dice qué arranca.',
    hint: 'Añade ExecStart.',
    why: 'Un servicio que no arranca nada es un error para systemd.',
  },
  en: {
    message: '{file} does not say what it starts.',
    hint: 'Add ExecStart.',
    why: 'A service that starts nothing is an error to systemd.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'User=app', '```'],
  right: ['```ini file=app.service', '[Service]', 'User=app', 'ExecStart=/usr/bin/app', '```'],
})
