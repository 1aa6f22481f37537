import { defineFinding } from '#finding/define.ts'

export const fileNginxDirective = defineFinding({
  code: 'FILE_NGINX_DIRECTIVE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'nginx {version} no tiene la directiva «{found}».',
    hint: 'Corrige la directiva.[? Quizá querías «{suggestion}».]',
    why: 'nginx no arranca, ni recarga, con una directiva que no conoce.',
  },
  en: {
    message: 'nginx {version} has no directive `{found}`.',
    hint: 'Correct the directive.[? Did you mean `{suggestion}`?]',
    why: 'nginx neither starts nor reloads with a directive it does not know.',
  },
  wrong: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  location / { proxypass http://127.0.0.1:8000; }',
    '}',
    '```',
  ],
  right: [
    '```nginx file=nginx.conf',
    'server {',
    '  listen 80;',
    '  location / { proxy_pass http://127.0.0.1:8000; }',
    '}',
    '```',
  ],
})
