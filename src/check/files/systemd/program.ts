import { defineFinding } from '#finding/define.ts'

export const fileSystemdProgram = defineFinding({
  code: 'FILE_SYSTEMD_PROGRAM',
  severity: 'error',
  allowable: true,
  es: {
    message: '{key} necesita una ruta absoluta; se encontró «{found}».',
    hint: 'Escribe la ruta desde /.',
    why: 'systemd no tiene directorio de trabajo desde el que leer una ruta relativa.',
  },
  en: {
    message: '{key} needs an absolute path; found `{found}`.',
    hint: 'Write the path from /.',
    why: 'systemd has no working directory to read a relative path from.',
  },
  wrong: ['```ini file=app.service', '[Service]', 'ExecStart=venv/bin/uvicorn app:app', '```'],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/opt/app/venv/bin/uvicorn app:app', '```'],
})
