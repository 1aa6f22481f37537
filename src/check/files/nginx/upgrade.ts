import { defineFinding } from '#finding/define.ts'

export const fileNginxUpgrade = defineFinding({
  code: 'FILE_NGINX_UPGRADE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'La cabecera Upgrade no basta para un WebSocket; falta {missing}.',
    hint: 'Añade {missing}.',
    why: 'nginx habla HTTP/1.0 con el servidor y borra Connection: sin las tres líneas, el WebSocket no se abre.',
  },
  en: {
    message: 'The header Upgrade is not enough for a WebSocket; {missing} is missing.',
    hint: 'Add {missing}.',
    why: 'nginx speaks HTTP/1.0 to the server and drops Connection: without all three lines the WebSocket does not open.',
  },
  wrong: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  location /ws {',
    '    proxy_pass http://127.0.0.1:8000;',
    '    proxy_set_header Upgrade $http_upgrade;',
    '  }',
    '}',
    '```',
  ],
  right: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  location /ws {',
    '    proxy_pass http://127.0.0.1:8000;',
    '    proxy_http_version 1.1;',
    '    proxy_set_header Upgrade $http_upgrade;',
    '    proxy_set_header Connection "upgrade";',
    '  }',
    '}',
    '```',
  ],
})
