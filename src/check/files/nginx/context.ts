import { defineFinding } from '#finding/define.ts'

export const fileNginxContext = defineFinding({
  code: 'FILE_NGINX_CONTEXT',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{name}» no puede ir en {found}; va en {expected}.',
    hint: 'Muévela a uno de esos bloques.',
    why: 'Cada directiva vale solo en algunos bloques; en otro, nginx no arranca.',
  },
  en: {
    message: '`{name}` cannot stand in {found}; it belongs in {expected}.',
    hint: 'Move it to one of those blocks.',
    why: 'Each directive holds in some blocks only; in another, nginx does not start.',
  },
  wrong: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;',
    '}',
    '```',
  ],
  right: [
    '```nginx file=nginx.conf',
    'limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;',
    'server {',
    '  listen 80;',
    '}',
    '```',
  ],
})
