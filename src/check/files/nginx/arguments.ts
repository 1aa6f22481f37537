import { defineFinding } from '#finding/define.ts'

export const fileNginxArguments = defineFinding({
  code: 'FILE_NGINX_ARGUMENTS',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» no admite {found} argumentos.',
    hint: 'Corrige los argumentos, o el punto y coma que falta.',
    why: 'Si falta un punto y coma, nginx toma la línea siguiente por argumentos.',
  },
  en: {
    message: '`{name}` does not take {found} arguments.',
    hint: 'Correct the arguments, or the semicolon that is missing.',
    why: 'When a semicolon is missing, nginx takes the next line for arguments.',
  },
  wrong: ['```nginx file=nginx.conf', 'server {', '  listen 80;', '  root /srv', '  index index.html;', '}', '```'],
  right: ['```nginx file=nginx.conf', 'server {', '  listen 80;', '  root /srv;', '  index index.html;', '}', '```'],
})
