import { joinPath } from '../images/image-files.ts'
import { type EmulatedCall, NotModelled } from '../model.ts'

/** Long option to its short one, and whether it takes a value. */
const OPTIONS: Readonly<Record<string, { short?: string; takesValue?: true }>> = {
  silent: { short: 's' },
  'show-error': { short: 'S' },
  fail: { short: 'f' },
  'fail-with-body': {},
  verbose: { short: 'v' },
  include: { short: 'i' },
  head: { short: 'I' },
  location: { short: 'L' },
  insecure: { short: 'k' },
  get: { short: 'G' },
  'no-buffer': { short: 'N' },
  'progress-bar': { short: '#' },
  compressed: {},
  'http1.1': {},
  http2: {},
  'no-progress-meter': {},
  'retry-connrefused': {},
  'retry-all-errors': {},
  output: { short: 'o', takesValue: true },
  'write-out': { short: 'w', takesValue: true },
  request: { short: 'X', takesValue: true },
  header: { short: 'H', takesValue: true },
  data: { short: 'd', takesValue: true },
  'data-raw': { takesValue: true },
  'data-ascii': { takesValue: true },
  'data-binary': { takesValue: true },
  'data-urlencode': { takesValue: true },
  json: { takesValue: true },
  user: { short: 'u', takesValue: true },
  'user-agent': { short: 'A', takesValue: true },
  referer: { short: 'e', takesValue: true },
  'max-time': { short: 'm', takesValue: true },
  'connect-timeout': { takesValue: true },
  retry: { takesValue: true },
  'retry-delay': { takesValue: true },
  'retry-max-time': { takesValue: true },
  url: { takesValue: true },
  resolve: { takesValue: true },
  cacert: { takesValue: true },
  'dump-header': { short: 'D', takesValue: true },
  'tlsv1.2': {},
  'tlsv1.3': {},
  ipv4: { short: '4' },
}

/** Options of the real curl that change what it does in ways not modelled here. */
const REAL =
  /^(?:-[bcCEFJOQPTUxYyZKRr]|--(?:cookie|cookie-jar|form|form-string|upload-file|proxy|remote-name|remote-header-name|remote-time|capath|cert|key|connect-to|unix-socket|interface|range|config|trace|trace-ascii|socks5.*|noproxy|max-redirs|oauth2-bearer|netrc.*|parallel.*|limit-rate|create-dirs|continue-at|tlsv1|tlsv1.[01]|ciphers|aws-sigv4|version|help|manual|ipv6|fail-early|output-dir|path-as-is|post30[123]|stderr|url-query|variable))$/

export interface CurlOptions {
  urls: string[]
  values: Map<string, string[]>
  switches: Set<string>
  has(name: string): boolean
  value(name: string): string | undefined
}

/** curl's words for a command line it refuses (exit status 2). */
export class CurlUsage extends Error {}

/** Reads curl's arguments. Throws CurlUsage for what curl refuses, NotModelled for real options not modelled. */
export function parseCurl(args: readonly string[]): CurlOptions {
  const values = new Map<string, string[]>()
  const switches = new Set<string>()
  const urls: string[] = []
  const queue = [...args]
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (!word.startsWith('-') || word === '-') urls.push(word)
    else if (word.startsWith('--')) take(findLong(word), { word, inline: undefined })
    else cluster(word)
  }
  urls.push(...(values.get('url') ?? []))
  return { urls, values, switches, has: (name) => switches.has(name), value: (name) => values.get(name)?.at(-1) }

  function take(name: string, at: { word: string; inline: string | undefined }): void {
    if (!OPTIONS[name]?.takesValue) return void switches.add(name)
    const value = at.inline ?? queue.shift()
    if (value === undefined) throw new CurlUsage(`curl: option ${at.word}: requires parameter`)
    values.set(name, [...(values.get(name) ?? []), value])
  }

  function cluster(word: string): void {
    for (let at = 1; at < word.length; at++) {
      const name = findShort(word, word[at] ?? '')
      const rest = word.slice(at + 1)
      take(name, { word: `-${word[at]}`, inline: rest === '' ? undefined : rest })
      if (OPTIONS[name]?.takesValue) return
    }
  }
}

function findLong(word: string): string {
  const name = word.slice(2)
  if (Object.hasOwn(OPTIONS, name)) return name
  return refuse(word)
}

function findShort(word: string, letter: string): string {
  const found = Object.entries(OPTIONS).find(([, { short }]) => short === letter)
  if (found) return found[0]
  return REAL.test(`-${letter}`) ? refuse(`-${letter}`) : refuse(word)
}

function refuse(option: string): never {
  if (REAL.test(option)) throw new NotModelled(`curl ${option}`)
  throw new CurlUsage(`curl: option ${option}: is unknown`)
}

/** The request body of `--data` and its kin, in order, or undefined. */
export async function requestBody(call: EmulatedCall, options: CurlOptions): Promise<string | undefined> {
  const parts: string[] = []
  for (const [name, given] of options.values)
    if (/^(data|json)/.test(name)) for (const value of given) parts.push(await dataPart(call, name, value))
  return parts.length > 0 ? parts.join(options.values.has('json') ? '' : '&') : undefined
}

async function dataPart(call: EmulatedCall, name: string, value: string): Promise<string> {
  if (name === 'data-urlencode') return urlEncoded(value)
  if (name === 'data-raw' || !value.startsWith('@')) return value
  const text = value === '@-' ? call.stdin : await readData(call, value.slice(1), name)
  return name === 'data' || name === 'data-ascii' ? text.replace(/[\r\n]/g, '') : text
}

/** The lines of `--header`: each as given, or those of the file that `@` names. */
export async function headerLines(call: EmulatedCall, options: CurlOptions): Promise<string[]> {
  const given = options.values.get('header') ?? []
  const lines = given.map(async (value) => {
    if (!value.startsWith('@')) return [value]
    const text = value === '@-' ? call.stdin : await readData(call, value.slice(1), 'header')
    return text.split(/\r?\n/).filter(Boolean)
  })
  return (await Promise.all(lines)).flat()
}

async function readData(call: EmulatedCall, path: string, name: string): Promise<string> {
  const absolute = joinPath(call.cwd, path)
  if (await call.files.exists(absolute)) return call.files.read(absolute)
  throw new CurlUsage(`curl: option ${SHORT[name] ?? `--${name}`}: error encountered when reading a file`)
}

/** As curl calls them in this message. */
const SHORT: Readonly<Record<string, string>> = { data: '-d', header: '-H' }

function urlEncoded(value: string): string {
  const equals = value.indexOf('=')
  if (equals < 0) return encodeURIComponent(value)
  return `${value.slice(0, equals + 1).replace(/^=/, '')}${encodeURIComponent(value.slice(equals + 1))}`
}
