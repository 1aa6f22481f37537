import { NotModelled } from '../model.ts'
import type { CurlOptions } from './curl-options.ts'
import type { Transfer } from './curl-transfer.ts'

type Ended = Pick<Transfer, 'request' | 'response' | 'exitCode' | 'problem'>

/** curl's message for a failed transfer. */
export function failureMessage({ request, response, exitCode, problem }: Ended, options: CurlOptions): string {
  const { hostname, port, protocol } = request.url
  const number = port || (protocol === 'https:' ? '443' : '80')
  const milliseconds = Number(options.value('max-time') ?? options.value('connect-timeout') ?? 130) * 1000
  const messages: Readonly<Record<number, string>> = {
    6: `Could not resolve host: ${hostname}`,
    7: `Failed to connect to ${hostname} port ${number} after 0 ms: Could not connect to server`,
    22: `The requested URL returned error: ${response?.status ?? ''}`,
    28: `Operation timed out after ${milliseconds} milliseconds with 0 bytes received`,
    35: 'OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number',
    47: 'Maximum (50) redirects followed',
    56: 'Recv failure: Connection reset by peer',
  }
  if (problem !== undefined) return `curl: (60) ${problem}${MORE}`
  return `curl: (${exitCode}) ${messages[exitCode] ?? 'failed'}`
}

/** What curl says besides of a certificate it does not trust. */
const MORE = `
More details here: https://curl.se/docs/sslcerts.html

curl failed to verify the legitimacy of the server and therefore could not
establish a secure connection to it. To learn more about this situation and
how to fix it, please visit the webpage mentioned above.`

/** What `-w` prints. */
export function writeOut(format: string, { request, response }: Ended): string {
  const status = String(response?.status ?? 0).padStart(3, '0')
  const headers = Object.entries(response?.headers ?? {})
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const values: Readonly<Record<string, string>> = {
    http_code: status,
    response_code: status,
    content_type: type,
    method: request.method,
    size_download: String(new TextEncoder().encode(response?.body ?? '').length),
    url_effective: request.url.href,
    redirect_url: redirectOf(request.url, headers),
    scheme: request.url.protocol.replace(':', ''),
    time_total: '0.010000',
  }
  return format
    .replace(/\\([nrt])/g, (_, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter)
    .replace(/%\{([^}]*)\}/g, (_, name: string) => {
      const value = values[name]
      if (value === undefined) throw new NotModelled(`curl -w '%{${name}}'`)
      return value
    })
}

const redirectOf = (url: URL, headers: readonly (readonly [string, string])[]): string => {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  return location === undefined ? '' : new URL(location, url).href
}

/** What `-v` tells of request and response. */
export function headText({ request, response }: Ended): string {
  const { pathname, search } = request.url
  const lines = [`> ${request.method} ${pathname}${search} HTTP/1.1`]
  for (const [name, value] of Object.entries(request.headers)) lines.push(`> ${name}: ${value}`)
  lines.push('> ')
  if (response) lines.push(`< HTTP/1.1 ${response.status}`)
  for (const [name, value] of Object.entries(response?.headers ?? {})) lines.push(`< ${name}: ${value}`)
  return `${lines.join('\n')}\n`
}
