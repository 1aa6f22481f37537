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

/** The only network there is: hosts that were registered, and nothing else. */
export interface Network {
  /** `host` or `host:port`. The handler of a later call replaces the earlier one. */
  listen(address: string, handler: (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>): void
  close(address: string): void
  isListening(address: string): boolean
  fetch(request: HttpRequest): Promise<HttpResponse | NetworkFailure>
}
