import { defineFinding } from '#finding/define.ts'

export const fileNginxPort = defineFinding({
  code: 'FILE_NGINX_PORT',
  severity: 'error',
  plain: 'warning',
  allowable: true,
  es: {
    message: 'Nada en esta página escucha en el puerto {found}; sí en {expected}.',
    hint: 'Usa el puerto en que escucha tu servidor.',
    why: 'nginx contesta 502 si nadie escucha en el puerto al que envía.',
  },
  en: {
    message: 'Nothing on this page listens on port {found}; on {expected} something does.',
    hint: 'Use the port your server listens on.',
    why: 'nginx answers 502 when nobody listens on the port it passes to.',
  },
  wrong: [
    '```bash step=run effect=create',
    'docker run -d -p 8000:8000 --name=app example.com/app:1.0.0',
    '```',
    '',
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  location / { proxy_pass http://127.0.0.1:8080; }',
    '}',
    '```',
  ],
  right: [
    '```bash step=run effect=create',
    'docker run -d -p 8000:8000 --name=app example.com/app:1.0.0',
    '```',
    '',
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  location / { proxy_pass http://127.0.0.1:8000; }',
    '}',
    '```',
  ],
})
