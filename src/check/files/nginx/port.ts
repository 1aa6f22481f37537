import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Directive } from '#formats/nginx/parse.ts'
import type { Around } from '../../rule.ts'
import type { PageFile } from '../page-file.ts'
import { named } from './named.ts'
import { portsServed } from './served.ts'

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

/** `proxy_pass` and `server` of an upstream to a port of this machine that no command or file of the page serves. */
export function portFindings(file: PageFile, all: readonly Directive[], around: Around): Finding[] {
  const served = portsServed(around)
  if (served.size === 0) return []
  const targets = [
    ...named(all, 'proxy_pass'),
    ...named(all, 'upstream').flatMap(({ block }) => named(block ?? [], 'server')),
  ]
  return targets.flatMap(({ args: [address] }) => {
    const port = address && /^(?:https?:\/\/)?(?:127\.0\.0\.1|localhost):(\d+)(?:\/|$)/.exec(address.text)?.[1]
    if (!address || !port || served.has(port)) return []
    const data = { found: port, expected: [...served].join(', ') }
    return [fileNginxPort.at(file.at(address.start, address.end), data)]
  })
}
