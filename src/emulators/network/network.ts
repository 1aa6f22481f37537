export interface HttpRequest {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
  /** The body, where it is not text. */
  bytes?: Uint8Array
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  body: string
  /** The body, where it is not text. */
  bytes?: Uint8Array
}

/** The body of a request or response, as it is sent. */
export const bytesOf = ({ body, bytes }: Pick<HttpRequest, 'body' | 'bytes'>): Uint8Array =>
  bytes ?? new TextEncoder().encode(body)

/** Why no response came, as curl tells them apart. */
export type NetworkFailure = 'unknown-host' | 'refused' | 'reset' | 'timeout' | 'tls'

type Listener = (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>

/** The only network there is: hosts that were registered, and nothing else. */
export interface Network {
  /** `host` or `host:port`. The handler of a later call replaces the earlier one. */
  listen(address: string, handler: (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>): void
  close(address: string): void
  isListening(address: string): boolean
  fetch(request: HttpRequest): Promise<HttpResponse | NetworkFailure>
}

/** How a machine is called, and the network beyond it. */
interface Surroundings {
  names: readonly string[]
  beyond: Network
}

/**
 * A network on which nothing listens yet. Only the machine itself resolves. With surroundings, it is the one of
 * another machine: what listens there on every address is reached by the machine's names, and what lies beyond is shared.
 */
export function createNetwork(surroundings?: Surroundings): Network {
  const listeners = new Map<string, Listener>()
  const { names = [], beyond } = surroundings ?? {}
  const isOwn = (host: string): boolean => isLocal(host) || names.includes(host)
  return {
    listen: (address, handler) => {
      listeners.set(address, handler)
      for (const shown of reached(address, names)) beyond?.listen(shown, handler)
    },
    close: (address) => {
      listeners.delete(address)
      for (const shown of reached(address, names)) beyond?.close(shown)
    },
    isListening: (address) => listeners.has(address),
    fetch: async (request) => {
      const { hostname, protocol } = request.url
      if (beyond && !isOwn(hostname)) return beyond.fetch(request)
      const listener =
        listenerOf(listeners, request.url) ??
        (names.includes(hostname) ? everywhere(listeners, request.url) : undefined)
      if (listener && protocol === 'https:' && isOwn(hostname)) return 'tls'
      if (names.includes(hostname)) return listener ? listener(request) : 'refused'
      return listener ? listener(request) : absence(listeners, hostname)
    },
  }
}

/** Addresses by which others reach a machine that listens on all of its own. */
function reached(address: string, names: readonly string[]): string[] {
  const port = /^0\.0\.0\.0:(\d+)$/.exec(address)?.[1]
  return port === undefined ? [] : names.map((name) => `${name}:${port}`)
}

const everywhere = (listeners: ReadonlyMap<string, Listener>, url: URL): Listener | undefined =>
  listeners.get(`0.0.0.0:${url.port || (url.protocol === 'https:' ? '443' : '80')}`)

function listenerOf(listeners: ReadonlyMap<string, Listener>, url: URL): Listener | undefined {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const exact = listeners.get(`${url.hostname}:${port}`)
  return exact ?? (url.port === '' ? listeners.get(url.hostname) : undefined)
}

function absence(listeners: ReadonlyMap<string, Listener>, host: string): NetworkFailure {
  if (isLocal(host)) return 'refused'
  const known = [...listeners.keys()].some((address) => address.replace(/:\d+$/, '') === host)
  return known ? 'refused' : 'unknown-host'
}

/** Published container ports speak plain HTTP. */
const isLocal = (host: string): boolean => ['localhost', '[::1]', '0.0.0.0'].includes(host) || /^127\./.test(host)
