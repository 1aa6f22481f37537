import { defineFinding } from '#finding/define.ts'

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
