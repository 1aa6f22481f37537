import { defineFinding } from '#finding/define.ts'
import type { NginxWord } from '#formats/nginx/parse.ts'
import type { PageFile } from '../page-file.ts'

export const fileNginxUndeclared = defineFinding({
  code: 'FILE_NGINX_UNDECLARED',
  severity: 'error',
  allowable: true,
  es: {
    message: '{kindEs} «{found}» no está declarado en la página.',
    hint: 'Usa el nombre declarado.[? Quizá querías «{suggestion}».]',
    why: 'nginx busca en el DNS un upstream que nadie declara, y no arranca con una zona desconocida.',
  },
  en: {
    message: 'The {kindEn} `{found}` is not declared on the page.',
    hint: 'Use the name declared.[? Did you mean `{suggestion}`?]',
    why: 'nginx looks an upstream nobody declares up in the DNS, and does not start with a zone it does not know.',
  },
  wrong: [
    '```nginx file=nginx.conf',
    'upstream app { server 127.0.0.1:8000; }',
    'server {',
    '  listen 80;',
    '  location / { proxy_pass http://apps; }',
    '}',
    '```',
  ],
  right: [
    '```nginx file=nginx.conf',
    'upstream app { server 127.0.0.1:8000; }',
    'server {',
    '  listen 80;',
    '  location / { proxy_pass http://app; }',
    '}',
    '```',
  ],
})

export const unknown = (
  file: PageFile,
  { start, end }: NginxWord,
  data: { kindEs: string; kindEn: string; found: string; suggestion: string | undefined },
) => fileNginxUndeclared.at(file.at(start, end), data)
