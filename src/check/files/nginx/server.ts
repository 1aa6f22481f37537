import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Directive } from '#formats/nginx/parse.ts'
import type { PageFile } from '../page-file.ts'
import { named } from './named.ts'

export const fileNginxServer = defineFinding({
  code: 'FILE_NGINX_SERVER',
  severity: 'warning',
  allowable: true,
  es: {
    message: 'Este server no dice ni listen ni server_name: contesta en el puerto 80 a cualquier nombre.',
    hint: 'Añade listen y server_name, o lleva sus bloques al server que ya tienes.',
    why: 'Un server sin listen ni server_name no completa el que ya hay: es otro, en el puerto 80.',
  },
  en: {
    message: 'This server says neither listen nor server_name: it answers on port 80 to any name.',
    hint: 'Add listen and server_name, or move its blocks to the server you have.',
    why: 'A server without listen and server_name does not add to the one there is: it is another one, on port 80.',
  },
  wrong: ['```nginx file=nginx.conf', 'server {', '  root /srv;', '}', '```'],
  right: ['```nginx file=nginx.conf', 'server {', '  listen 80;', '  root /srv;', '}', '```'],
})

/** A `server` that says neither where it listens nor for whom answers on port 80 to any name. */
export function serverFindings(file: PageFile, { name, block }: Directive): Finding[] {
  if (name.text !== 'server' || !block) return []
  const said = ['listen', 'server_name', 'include'].some((key) => named(block, key).length > 0)
  return said ? [] : [fileNginxServer.at(file.at(name.start, name.end))]
}
