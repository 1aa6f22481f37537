import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, fail, NotModelled, type Output } from '../model.ts'
import { fetchFrom } from '../network/hosts.ts'
import type { HttpRequest, HttpResponse, NetworkFailure } from '../network/network.ts'
import { type CurlOptions, CurlUsage, headerLines, parseCurl, requestBody } from './curl-options.ts'
import { failureMessage, headText, writeOut } from './curl-text.ts'
import { certificateProblem, resolvedAddress } from './curl-tls.ts'
import type { Transfer } from './curl-transfer.ts'

const TRY = "curl: try 'curl --help' or 'curl --manual' for more information"
const RETRIED = [408, 429, 500, 502, 503, 504]

/** curl, bound to the emulated network. Waits of retries pass on the world's clock. */
export async function curl(call: EmulatedCall): Promise<Output> {
  try {
    const options = parseCurl(call.args)
    if (options.urls.length === 0) throw new CurlUsage('curl: no URL specified!')
    let output: Output = { stdout: '', stderr: '', exitCode: 0 }
    for (const text of options.urls) {
      const next = await transfer(call, options, text)
      output = { stdout: output.stdout + next.stdout, stderr: output.stderr + next.stderr, exitCode: next.exitCode }
    }
    return output
  } catch (error) {
    if (!(error instanceof CurlUsage)) throw error
    return fail(`${error.message}\n${TRY}\n`, 2)
  }
}

async function transfer(call: EmulatedCall, options: CurlOptions, text: string): Promise<Output> {
  const url = parseUrl(text)
  if (!url) return fail('curl: (3) URL using bad/illegal format or missing URL\n', 3)
  const request = await requestOf(call, options, url)
  const done = await withRetries(call, options, request)
  return finish(call, options, done)
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`)
    if (!/^https?:$/.test(url.protocol)) throw new NotModelled(`curl ${text}`)
    return url
  } catch (error) {
    if (error instanceof NotModelled) throw error
    return undefined
  }
}

async function requestOf(call: EmulatedCall, options: CurlOptions, url: URL): Promise<HttpRequest> {
  const body = await requestBody(call, options)
  const isGet = options.has('get')
  if (isGet && body !== undefined) url.search = [url.search.slice(1), body].filter(Boolean).join('&')
  const sent = isGet ? undefined : body
  const method = options.has('head') ? 'HEAD' : sent === undefined ? 'GET' : 'POST'
  return {
    method: options.value('request') ?? method,
    url,
    headers: headersOf(options, { url, body: sent, lines: await headerLines(call, options) }),
    body: sent ?? '',
  }
}

interface Sent {
  url: URL
  body: string | undefined
  /** Of `--header`. */
  lines: readonly string[]
}

function headersOf(options: CurlOptions, { url, body, lines }: Sent): Record<string, string> {
  const isJson = options.values.has('json')
  const type = isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  const user = options.value('user') ?? (url.username ? `${url.username}:${url.password}` : undefined)
  const headers: Record<string, string> = {
    Host: url.host,
    'User-Agent': options.value('user-agent') ?? 'curl/7.88.1',
    Accept: isJson ? 'application/json' : '*/*',
    ...(user === undefined ? {} : { Authorization: `Basic ${btoa(user)}` }),
    ...(body === undefined
      ? {}
      : { 'Content-Type': type, 'Content-Length': String(new TextEncoder().encode(body).length) }),
  }
  for (const header of lines) {
    const colon = header.indexOf(':')
    if (colon < 0) continue
    const name = header.slice(0, colon).trim()
    for (const known of Object.keys(headers)) if (known.toLowerCase() === name.toLowerCase()) delete headers[known]
    headers[name] = header.slice(colon + 1).trim()
  }
  return headers
}

async function withRetries(call: EmulatedCall, options: CurlOptions, request: HttpRequest): Promise<Transfer> {
  const retries = Number(options.value('retry') ?? 0)
  const until = call.world.clock.now() + Number(options.value('retry-max-time') ?? Infinity) * 1000
  let notes = ''
  for (let left = retries, backoff = 1; ; left--, backoff = Math.min(backoff * 2, 600)) {
    const done = await attempt(call, options, request)
    if (left === 0 || call.world.clock.now() >= until || !mayRetry(options, done)) return { ...done, notes }
    const delay = Number(options.value('retry-delay') ?? 0) || backoff
    call.world.clock.advance(delay * 1000)
    if (!options.has('silent'))
      notes += `Warning: Problem: ${retryReason(done)}. Will retry in ${delay} seconds. ${left} ${left === 1 ? 'retry' : 'retries'} left.\n`
  }
}

function mayRetry(options: CurlOptions, { exitCode, response }: Transfer): boolean {
  if (response && RETRIED.includes(response.status)) return true
  if (exitCode === 0) return false
  if (options.has('retry-all-errors')) return true
  return exitCode === 28 || exitCode === 6 || (exitCode === 7 && options.has('retry-connrefused'))
}

function retryReason({ exitCode, response }: Transfer): string {
  if (response) return RETRIED.includes(response.status) ? 'HTTP error' : '(retrying all errors)'
  if (exitCode === 7) return 'connection refused'
  return exitCode === 28 || exitCode === 6 ? 'timeout' : '(retrying all errors)'
}

async function attempt(call: EmulatedCall, options: CurlOptions, request: HttpRequest): Promise<Transfer> {
  const seconds = Number(options.value('max-time') ?? options.value('connect-timeout') ?? 130)
  let at = request
  for (let hop = 0; hop < 50; hop++) {
    await call.world.timers.settle()
    const answer = await fetchFrom(call, at, resolvedAddress(options, at.url))
    if (typeof answer === 'string') return failed(call, { request: at, failure: answer, seconds })
    const distrusted = options.has('insecure') ? undefined : await certificateProblem(call, options, { at, answer })
    if (distrusted !== undefined)
      return { request: at, response: undefined, exitCode: 60, notes: '', problem: distrusted }
    const next = options.has('location') ? redirect(at, answer) : undefined
    if (!next) return { request: at, response: answer, exitCode: isRefused(options, answer) ? 22 : 0, notes: '' }
    at = next
  }
  return { request: at, response: undefined, exitCode: 47, notes: '' }
}

const EXIT: Readonly<Record<NetworkFailure, number>> = {
  'unknown-host': 6,
  refused: 7,
  timeout: 28,
  tls: 35,
  reset: 56,
}

function failed(call: EmulatedCall, at: { request: HttpRequest; failure: NetworkFailure; seconds: number }): Transfer {
  if (at.failure === 'timeout') call.world.clock.advance(at.seconds * 1000)
  return { request: at.request, response: undefined, exitCode: EXIT[at.failure], notes: '' }
}

const isRefused = (options: CurlOptions, { status }: HttpResponse): boolean =>
  status >= 400 && (options.has('fail') || options.has('fail-with-body'))

function redirect(request: HttpRequest, { status, headers }: HttpResponse): HttpRequest | undefined {
  const location = Object.entries(headers).find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return undefined
  const keeps = status > 303 || request.method === 'GET' || request.method === 'HEAD'
  const url = new URL(location, request.url)
  return keeps ? { ...request, url } : { ...request, url, method: 'GET', body: '' }
}

async function finish(call: EmulatedCall, options: CurlOptions, done: Transfer): Promise<Output> {
  const isQuiet = options.has('silent') && !options.has('show-error')
  const error = done.exitCode === 0 || isQuiet ? '' : `${failureMessage(done, options)}\n`
  const shown = bodyShown(options, done)
  const target = options.value('output')
  const headers = options.value('dump-header')
  if (headers !== undefined && headers !== '-' && headers !== '/dev/null' && done.response)
    await call.files.write(joinPath(call.cwd, headers), responseHead(done.response))
  const dumped = headers === '-' && done.response ? responseHead(done.response) : ''
  if (target !== undefined && target !== '-' && target !== '/dev/null' && done.response) {
    const path = joinPath(call.cwd, target)
    await call.files.write(path, done.response.bytes ?? shown)
    call.effect({ verb: 'create', kind: 'file', name: target })
  }
  const body = target === undefined || target === '-' ? shown : ''
  const format = options.value('write-out')
  return {
    stdout: `${dumped}${body}${format === undefined ? '' : writeOut(format, done)}`,
    stderr: `${options.has('verbose') ? headText(done) : ''}${done.notes}${error}`,
    exitCode: done.exitCode,
  }
}

function bodyShown(options: CurlOptions, { response, exitCode }: Transfer): string {
  if (!response || (exitCode === 22 && !options.has('fail-with-body'))) return ''
  const head = options.has('include') || options.has('head') ? responseHead(response) : ''
  return options.has('head') ? head : `${head}${response.body}`
}

function responseHead({ status, headers }: HttpResponse): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS[status] ?? ''}\r\n${lines.join('')}\r\n`
}

const STATUS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Request Entity Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}
