import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Directive } from '#formats/nginx/parse.ts'
import type { PageFile } from '../page-file.ts'
import { named } from './named.ts'

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

/** A WebSocket needs three lines together (nginx.org/en/docs/http/websocket.html); one alone shows that it is meant. */
export function upgradeFindings(file: PageFile, { block }: Directive): Finding[] {
  if (!block) return []
  const header = (name: string) =>
    named(block, 'proxy_set_header').find(({ args }) => args[0]?.text.toLowerCase() === name)
  const upgrade = header('upgrade')
  if (!upgrade) return []
  const connection = header('connection')?.args[1]?.text
  const missing = [
    ...(connection && /upgrade/i.test(connection) ? [] : ['proxy_set_header Connection "upgrade"']),
    ...(named(block, 'proxy_http_version').some(({ args }) => args[0]?.text === '1.1')
      ? []
      : ['proxy_http_version 1.1']),
  ]
  if (missing.length === 0) return []
  return [fileNginxUpgrade.at(file.at(upgrade.name.start, upgrade.name.end), { missing: missing.join(', ') })]
}
