import type { HttpRequest, HttpResponse, Network, NetworkFailure } from '../network/network.ts'
import type { Configuration, Location, ProxyTarget, Rules, Upstream, UpstreamServer } from './model.ts'
import { filled, type Seen } from './variables.ts'

/** What passing on takes. */
export interface Passing {
  configuration: Configuration
  network: Network
  now: number
  seen: Seen
  location: Location | undefined
  rules: Rules
}

/** Passes a request on to one server after another, until one answers. Gives the last failure where none does. */
export async function passOn(target: ProxyTarget, passing: Passing): Promise<HttpResponse | NetworkFailure> {
  const upstream = passing.configuration.upstreams.get(target.host)
  if (!upstream) return send(target, target.host, passing)
  let failure: NetworkFailure = 'refused'
  const tried = new Set<UpstreamServer>()
  for (let server = next(upstream, tried, passing); server; server = next(upstream, tried, passing)) {
    tried.add(server)
    const answer = await send(target, server.host, passing)
    if (typeof answer !== 'string') return answer
    failure = answer
    if (server.maxFails > 0) server.outUntil = passing.now + server.failMs
  }
  return failure
}

/** Whose turn it is: in order, as often as its weight says. One that failed of late comes only where all did. */
function next(
  upstream: Upstream,
  tried: ReadonlySet<UpstreamServer>,
  { now, seen }: Passing,
): UpstreamServer | undefined {
  const able = upstream.servers.filter((one) => !one.isDown && !tried.has(one))
  const main = able.filter((one) => !one.isBackup)
  const fit = main.filter((one) => one.outUntil <= now)
  const choice =
    fit.length > 0
      ? fit
      : tried.size > 0 && main.length > 0 && fit.length === 0 && main.every((one) => one.outUntil > now)
        ? []
        : main
  const from = choice.length > 0 ? choice : able.filter((one) => one.isBackup)
  if (from.length === 0) return undefined
  const turns = from.flatMap((one) => Array.from({ length: one.weight }, () => one))
  if (upstream.method === 'ip_hash')
    return turns[
      [...seen.from.split('.').slice(0, 3).join('.')].reduce((sum, char) => sum + char.charCodeAt(0), 0) % turns.length
    ]
  upstream.turn += 1
  return turns[(upstream.turn - 1) % turns.length]
}

async function send(
  { scheme, host, path }: ProxyTarget,
  address: string,
  passing: Passing,
): Promise<HttpResponse | NetworkFailure> {
  const { seen, location, network, rules } = passing
  const { request } = seen
  const asked = path === undefined ? request.url.pathname : replaced(path, location, request.url.pathname)
  const url = new URL(`${scheme}://${address}`)
  const sent: HttpRequest = {
    ...request,
    from: '127.0.0.1',
    serverName: '',
    headers: headersOf(rules, { ...seen, proxyHost: host }),
    url: new URL(`${asked}${request.url.search}`, url),
  }
  return network.fetch(sent)
}

/** What the location matched is replaced by the path of `proxy_pass`. */
const replaced = (path: string, location: Location | undefined, asked: string): string =>
  `${path}${asked.slice(location?.kind === 'exact' ? asked.length : (location?.path.length ?? 0))}`

/** Headers as they are passed on: the host and the connection are nginx's own, unless the rules say others. An empty value leaves one out. */
function headersOf({ passedHeaders }: Rules, seen: Seen): Record<string, string> {
  const own = { host: seen.proxyHost, connection: 'close' }
  const set = Object.fromEntries(passedHeaders.map(({ name, value }) => [name, filled(value, seen)]))
  const given = Object.entries(seen.request.headers).filter(([name]) => {
    const lower = name.toLowerCase()
    return !(lower in own) && !(lower in set)
  })
  const all = [...given, ...Object.entries({ ...own, ...set })]
  return Object.fromEntries(all.filter(([, value]) => value !== ''))
}
