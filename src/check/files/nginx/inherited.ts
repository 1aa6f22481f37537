import { defineFinding } from '#finding/define.ts'

export const fileNginxInherited = defineFinding({
  code: 'FILE_NGINX_INHERITED',
  severity: 'warning',
  allowable: true,
  es: {
    message: 'Con {name} en este bloque dejan de valer los de fuera: {found}.',
    hint: 'Repítelos aquí.',
    why: 'Un add_header en un bloque anula los de fuera: se pierden cabeceras de seguridad sin aviso.',
  },
  en: {
    message: 'With {name} in this block, those from outside no longer hold: {found}.',
    hint: 'Repeat them here.',
    why: 'An add_header in a block cancels those outside: security headers are lost without a word.',
  },
  wrong: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  add_header X-Frame-Options DENY;',
    '  location / { add_header Cache-Control no-store; }',
    '}',
    '```',
  ],
  right: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  add_header X-Frame-Options DENY;',
    '  location / { add_header X-Frame-Options DENY; add_header Cache-Control no-store; }',
    '}',
    '```',
  ],
})
