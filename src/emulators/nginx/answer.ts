import type { Files } from '../files.ts'
import type { HttpRequest, HttpResponse, Network, NetworkFailure } from '../network/network.ts'
import { isWithin } from '../server/firewall/firewall.ts'
import type { Clock } from '../world.ts'
import { countRequest } from './limits.ts'
import { certified, locationOf, siteOf } from './locate.ts'
import type { Answer, Condition, Configuration, Rules } from './model.ts'
import { page, plain, SERVER } from './pages.ts'
import { passOn } from './proxy.ts'
import { serveFile } from './static.ts'
import { filled, type Seen } from './variables.ts'

/** What nginx answers with. */
export interface Answering {
  configuration: Configuration
  network: Network
  clock: Clock
  /** Files as its workers may read them. */
  files: Files
  challenges: ReadonlyMap<string, string>
}

/** Answers a request on one of its ports, with the certificate of the server that the client asks for. */
export async function answer(
  at: Answering,
  request: HttpRequest,
  port: number,
): Promise<HttpResponse | NetworkFailure> {
  const isTls = at.configuration.servers.some(({ listens }) => listens.some((one) => one.port === port && one.isTls))
  const wanted = request.url.protocol === 'https:'
  if (wanted && !isTls) return 'tls'
  const proof = at.challenges.get(request.url.pathname.replace('/.well-known/acme-challenge/', ''))
  if (proof !== undefined) return plain(200, proof)
  const site = siteOf(at.configuration, request, port)
  if (!site) return 'reset'
  if (isTls && !wanted)
    return dressed(page(400, { detail: 'The plain HTTP request was sent to HTTPS port' }), site.rules, undefined)
  const location = locationOf(site, request.url.pathname)
  const rules = location?.rules ?? site.rules
  const seen: Seen = {
    request,
    from: request.from ?? '127.0.0.1',
    serverName: site.names[0] ?? '',
    port,
    proxyHost: '',
    maps: at.configuration.maps,
  }
  const response = await phases(at, { seen, rules, site: site.rules, location })
  if (typeof response === 'string') return response
  const shown = wanted
    ? certified(at.configuration, request.serverName ?? request.url.hostname, port)?.certificate
    : undefined
  return { ...dressed(response, rules, seen), ...(shown !== undefined && { certificates: shown }) }
}

type Taken = { seen: Seen; rules: Rules; site: Rules; location: ReturnType<typeof locationOf> }

/** In the order of nginx's phases: rewriting, limits, access, content. */
async function phases(at: Answering, { seen, rules, site, location }: Taken): Promise<HttpResponse | NetworkFailure> {
  const early = rewritten(site, seen) ?? (location ? rewritten(rules, seen) : undefined)
  if (early) return early
  const limited = limit(at, rules, seen)
  if (limited) return limited
  if (!isAdmitted(rules, seen.from)) return page(403, rules)
  if (rules.maxBody > 0 && new TextEncoder().encode(seen.request.body).length > rules.maxBody) return page(413, rules)
  if (!rules.proxy) return serveFile(at.files, rules, { location, seen })
  const passed = await passOn(rules.proxy, { ...at, now: at.clock.now(), seen, location, rules })
  if (passed === 'timeout') return page(504, rules)
  if (typeof passed === 'string') return page(502, rules)
  const { certificates: _, ...answered } = passed
  return answered
}

function rewritten(rules: Rules, seen: Seen): HttpResponse | undefined {
  const condition = rules.conditions.find((one) => holds(one, seen))
  const said = condition?.answer ?? rules.answer
  return said && returned(said, rules, seen)
}

function holds({ variable, operator, value }: Condition, seen: Seen): boolean {
  const found = filled(variable, seen)
  if (operator === 'set') return found !== '' && found !== '0'
  if (operator === '=') return found === value
  if (operator === '!=') return found !== value
  const matches = new RegExp(value.replace(/^"|"$/g, ''), operator.includes('*') ? 'i' : '').test(found)
  return operator.startsWith('!') ? !matches : matches
}

function returned({ status, text }: Answer, rules: Rules, seen: Seen): HttpResponse {
  const said = filled(text, seen)
  if ([301, 302, 303, 307, 308].includes(status)) {
    const { headers, ...rest } = page(status, rules)
    const { protocol } = seen.request.url
    return {
      ...rest,
      headers: { ...headers, location: said.startsWith('/') ? `${protocol}//${seen.request.url.host}${said}` : said },
    }
  }
  return said === '' ? page(status, rules) : plain(status, said)
}

function limit({ configuration, clock }: Answering, rules: Rules, seen: Seen): HttpResponse | undefined {
  for (const { zone: name, burst, isDelayed } of rules.limits) {
    const zone = configuration.zones.get(name)
    const key = zone ? filled(zone.key, seen) : ''
    if (!zone || key === '') continue
    const wait = countRequest(zone, { key, burst, isDelayed, now: clock.now() })
    if (wait === undefined) return page(rules.limitStatus, rules)
    clock.advance(wait)
  }
  return undefined
}

/** The first rule that is about who calls decides; without any, all may. */
const isAdmitted = ({ access }: Rules, from: string): boolean =>
  access.find(({ network }) => !network.includes(':') && isWithin(from, network))?.isAllowed ?? true

/** Statuses to which `add_header` without `always` adds. */
const DRESSED = [200, 201, 204, 206, 301, 302, 303, 304, 307, 308]

function dressed(response: HttpResponse, rules: Rules, seen: Seen | undefined): HttpResponse {
  const added = rules.addedHeaders.filter(({ always }) => always || DRESSED.includes(response.status))
  const headers = Object.fromEntries(
    added.map(({ name, value }) => [name.toLowerCase(), seen ? filled(value, seen) : value]),
  )
  const { server: _, ...passed } = response.headers
  return { ...response, headers: { server: rules.isQuiet ? 'nginx' : SERVER, ...passed, ...headers } }
}
