import type { HttpRequest } from '../network/network.ts'
import type { Configuration, Location, Site } from './model.ts'
import { hostOf } from './variables.ts'

/** The server that takes a request on a port: by its name, then by a wildcard, then the default one, then the first. */
export function siteOf({ servers }: Configuration, request: HttpRequest, port: number): Site | undefined {
  return siteNamed(servers, port, hostOf({ request, serverName: '' }))
}

/** The server whose certificate is shown, by the name the client asks for. */
export const certified = ({ servers }: Configuration, name: string, port: number): Site | undefined =>
  siteNamed(servers, port, name)

function siteNamed(servers: readonly Site[], port: number, host: string): Site | undefined {
  const here = servers.filter(({ listens }) => listens.some((one) => one.port === port))
  return (
    here.find(({ names }) => names.includes(host)) ??
    here.find(({ names }) => names.some((name) => isWildcard(name, host))) ??
    here.find(({ listens }) => listens.some((one) => one.port === port && one.isDefault)) ??
    here[0]
  )
}

function isWildcard(name: string, host: string): boolean {
  if (name.startsWith('~')) return new RegExp(name.slice(1)).test(host)
  if (name.startsWith('*.')) return host.endsWith(name.slice(1))
  return name.startsWith('.') && (host === name.slice(1) || host.endsWith(name))
}

/** The location of a path: an exact one, then the longest beginning, unless a regular expression is before it (ngx_http_core_module, location). */
export function locationOf({ locations }: Site, path: string): Location | undefined {
  const exact = locations.find((one) => one.kind === 'exact' && one.path === path)
  if (exact) return exact
  const [longest] = locations
    .filter((one) => (one.kind === 'prefix' || one.kind === 'priority') && path.startsWith(one.path))
    .sort((one, other) => other.path.length - one.path.length)
  if (longest?.kind === 'priority') return longest
  return locations.find(({ form }) => form?.test(path)) ?? longest
}
