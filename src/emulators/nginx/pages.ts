import type { HttpResponse } from '../network/network.ts'

export const SERVER = 'nginx/1.26.3'

const REASONS: Readonly<Record<number, string>> = {
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Authorization Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Not Allowed',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Temporarily Unavailable',
  504: 'Gateway Time-out',
}

/** nginx's own page of a status; of one that has none, an empty body. */
export function page(status: number, { isQuiet = false, detail = '' } = {}): HttpResponse {
  const reason = REASONS[status]
  if (reason === undefined) return plain(status, '')
  const title = detail === '' ? `${status} ${reason}` : `${status} ${detail}`
  const footer = isQuiet ? 'nginx' : SERVER
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${status} ${reason}</h1></center>\r\n${detail === '' ? '' : `<center>${detail}</center>\r\n`}<hr><center>${footer}</center>\r\n</body>\r\n</html>\r\n`
  return response(status, body, 'text/html')
}

/** A text of the configuration's, as `return` sends it. */
export const plain = (status: number, body: string): HttpResponse => response(status, body, 'text/plain')

export const response = (status: number, body: string, type: string): HttpResponse => ({
  status,
  headers: { 'content-type': type, 'content-length': String(new TextEncoder().encode(body).length) },
  body,
})
