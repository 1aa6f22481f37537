import { defineFinding } from '#finding/define.ts'

export const fileNginxBlock = defineFinding({
  code: 'FILE_NGINX_BLOCK',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» {reasonEs}.',
    hint: 'Corrige las llaves o el punto y coma.',
    why: 'nginx distingue las directivas con bloque de las que acaban en punto y coma.',
  },
  en: {
    message: '`{name}` {reasonEn}.',
    hint: 'Correct the braces or the semicolon.',
    why: 'nginx tells directives with a block from those that end in a semicolon.',
  },
  wrong: ['```nginx file=nginx.conf', 'server {', '  listen 80;', '  location /;', '}', '```'],
  right: ['```nginx file=nginx.conf', 'server {', '  listen 80;', '  location / { return 404; }', '}', '```'],
})
