import { defineFinding } from '#finding/define.ts'

export const fileSystemdSection = defineFinding({
  code: 'FILE_SYSTEMD_SECTION',
  severity: 'error',
  allowable: true,
  es: {
    message: 'systemd no tiene la sección [{found}]: ignora todo lo que hay en ella.',
    hint: 'Corrige el nombre.[? Quizá querías [{suggestion}].]',
    why: 'systemd avisa en su registro y sigue sin leer la sección.',
  },
  en: {
    message: 'systemd has no section [{found}]: it ignores all that is in it.',
    hint: 'Correct the name.[? Did you mean [{suggestion}]?]',
    why: 'systemd says so in its log and goes on without reading the section.',
  },
  wrong: ['```ini file=app.service', '[Servise]', 'ExecStart=/usr/bin/true', '```'],
  right: ['```ini file=app.service', '[Service]', 'ExecStart=/usr/bin/true', '```'],
})
