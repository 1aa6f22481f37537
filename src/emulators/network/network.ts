export interface HttpRequest {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
  /** The body, where it is not text. */
  bytes?: Uint8Array
  /** The address it comes from; the machine's own where it is not said. */
  from?: string
  /** The name it is sent to, where the address says another. */
  serverName?: string
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  body: string
  /** The body, where it is not text. */
  bytes?: Uint8Array
  /** The certificates that the server showed, as PEM. Absent where everybody trusts it, and without TLS. */
  certificates?: string
}

/** The body of a request or response, as it is sent. */
export const bytesOf = ({ body, bytes }: Pick<HttpRequest, 'body' | 'bytes'>): Uint8Array =>
  bytes ?? new TextEncoder().encode(body)

/** Why no response came, as curl tells them apart. */
export type NetworkFailure = 'unknown-host' | 'refused' | 'reset' | 'timeout' | 'tls'

type Answer = (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>

/** How a listener takes requests. */
export interface ListenOptions {
  /** It speaks TLS: it takes `https:` as well, and answers what comes without TLS as it likes. */
  tls?: boolean
  /** What comes from outside is handed on before the firewall sees it, as Docker does for its containers. */
  isForwarded?: boolean
}

interface Listener extends ListenOptions {
  answer: Answer
}

/** The only network there is: hosts that were registered, and nothing else. */
export interface Network {
  /** `host` or `host:port`. The handler of a later call replaces the earlier one. */
  listen(address: string, answer: Answer, options?: ListenOptions): void
  close(address: string): void
  isListening(address: string): boolean
  /** What whoever opens a connection meets. */
  knock(host: string, port: number): 'open' | NetworkFailure
  fetch(request: HttpRequest): Promise<HttpResponse | NetworkFailure>
  /** Says what happens to connections from others to a host's port on which nothing listens. */
  guard(host: string, meets: (port: number) => NetworkFailure): void
}

/** How a machine is called, the network beyond it, and whether its firewall lets others reach a port. */
interface Surroundings {
  names: readonly string[]
  beyond: Network
  admits(port: number): boolean
}

/**
 * A network on which nothing listens yet. Only the machine itself resolves. With surroundings, it is the one of
 * another machine: what listens there on every address is reached by the machine's names, and what lies beyond is shared.
 */
export function createNetwork(surroundings?: Surroundings): Network {
  const listeners = new Map<string, Listener>()
  const guards = new Map<string, (port: number) => NetworkFailure>()
  const { names = [], beyond, admits = () => true } = surroundings ?? {}
  const isOwn = (host: string): boolean => isLocal(host) || names.includes(host)
  for (const name of names) beyond?.guard(name, (port) => (admits(port) ? 'refused' : 'timeout'))
  const find = (url: URL): Listener | undefined =>
    listenerOf(listeners, url) ?? (names.includes(url.hostname) ? everywhere(listeners, url) : undefined)
  const absence = (url: URL): NetworkFailure => {
    const guard = guards.get(url.hostname)
    if (isOwn(url.hostname)) return 'refused'
    return guard?.(portOf(url)) ?? (isKnown(listeners, url.hostname) ? 'refused' : 'unknown-host')
  }
  return {
    listen: (address, answer, options = {}) => {
      listeners.set(address, { answer, ...options })
      const port = Number(address.split(':').at(-1))
      const admitted: Answer = async (request) => (options.isForwarded || admits(port) ? answer(request) : 'timeout')
      for (const shown of reached(address, names)) beyond?.listen(shown, admitted, options)
    },
    close: (address) => {
      listeners.delete(address)
      for (const shown of reached(address, names)) beyond?.close(shown)
    },
    isListening: (address) => listeners.has(address),
    guard: (host, meets) => void guards.set(host, meets),
    knock(host, port) {
      if (beyond && !isOwn(host)) return beyond.knock(host, port)
      const url = new URL(`${port === 443 ? 'https' : 'http'}://${host}:${port}`)
      const found = find(url)
      const meets = guards.get(host)?.(port)
      if (!found) return absence(url)
      return meets === 'timeout' && !found.isForwarded ? 'timeout' : 'open'
    },
    fetch: async (request) => {
      const { hostname, protocol } = request.url
      if (beyond && !isOwn(hostname)) return beyond.fetch(request)
      const listener = find(request.url)
      if (!listener) return absence(request.url)
      if (protocol === 'https:' && !listener.tls && (isOwn(hostname) || guards.has(hostname))) return 'tls'
      return listener.answer(request)
    },
  }
}

/** Addresses by which others reach a machine that listens on all of its own. */
function reached(address: string, names: readonly string[]): string[] {
  const port = /^0\.0\.0\.0:(\d+)$/.exec(address)?.[1]
  return port === undefined ? [] : names.map((name) => `${name}:${port}`)
}

const portOf = (url: URL): number => Number(url.port || (url.protocol === 'https:' ? '443' : '80'))

const everywhere = (listeners: ReadonlyMap<string, Listener>, url: URL): Listener | undefined =>
  listeners.get(`0.0.0.0:${portOf(url)}`)

function listenerOf(listeners: ReadonlyMap<string, Listener>, url: URL): Listener | undefined {
  const exact = listeners.get(`${url.hostname}:${portOf(url)}`)
  return exact ?? (url.port === '' ? listeners.get(url.hostname) : undefined)
}

const isKnown = (listeners: ReadonlyMap<string, Listener>, host: string): boolean =>
  [...listeners.keys()].some((address) => address.replace(/:\d+$/, '') === host)

/** Published container ports speak plain HTTP. */
const isLocal = (host: string): boolean => ['localhost', '[::1]', '0.0.0.0'].includes(host) || /^127\./.test(host)
