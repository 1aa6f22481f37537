import type { HttpRequest, HttpResponse } from '../network/network.ts'

/** A response that is JSON. */
export const json = (status: number, value: unknown, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
})

/** A header's value, however its name is spelled. */
export const headerOf = ({ headers }: Pick<HttpRequest, 'headers'>, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/** User and password of HTTP's basic authentication, if given. */
export function basicCredentials(
  request: Pick<HttpRequest, 'headers'>,
): { user: string; password: string } | undefined {
  const encoded = /^Basic (\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = new TextDecoder().decode(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)))
  const colon = text.indexOf(':')
  return { user: text.slice(0, Math.max(colon, 0)), password: text.slice(colon + 1) }
}
