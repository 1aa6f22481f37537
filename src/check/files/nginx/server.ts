import { defineFinding } from '#finding/define.ts'

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
