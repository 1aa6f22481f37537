export interface HttpRequest {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body: string
}

export interface HttpResponse {
  status: number
  headers: Record<string, string>
  body: string
}

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

/** A network on which nothing listens yet. Only the machine itself resolves. */
export function createNetwork(): Network {
  const listeners = new Map<string, Listener>()
  return {
    listen: (address, handler) => void listeners.set(address, handler),
    close: (address) => void listeners.delete(address),
    isListening: (address) => listeners.has(address),
    fetch: async (request) => {
      const listener = listenerOf(listeners, request.url)
      if (listener && request.url.protocol === 'https:' && isLocal(request.url.hostname)) return 'tls'
      return listener ? listener(request) : absence(listeners, request.url.hostname)
    },
  }
}

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
