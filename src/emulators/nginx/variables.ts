import type { HttpRequest } from '../network/network.ts'
import type { VariableMap } from './model.ts'
import type { Statement } from './read.ts'

/** A request as nginx sees it. */
export interface Seen {
  request: HttpRequest
  /** Who sent it. */
  from: string
  /** The name of the server that answers. */
  serverName: string
  port: number
  /** Of the server it is passed on to. */
  proxyHost: string
  maps: ReadonlyMap<string, VariableMap>
}

const VARIABLES: Readonly<Record<string, (seen: Seen) => string>> = {
  args: ({ request }) => request.url.search.slice(1),
  binary_remote_addr: ({ from }) => from,
  document_uri: ({ request }) => request.url.pathname,
  host: (seen) => hostOf(seen),
  https: ({ request }) => (request.url.protocol === 'https:' ? 'on' : ''),
  is_args: ({ request }) => (request.url.search === '' ? '' : '?'),
  proxy_add_x_forwarded_for: ({ request, from }) =>
    [headerOf(request, 'x-forwarded-for'), from].filter(Boolean).join(', '),
  proxy_host: ({ proxyHost }) => proxyHost,
  query_string: ({ request }) => request.url.search.slice(1),
  remote_addr: ({ from }) => from,
  remote_user: () => '',
  request_method: ({ request }) => request.method,
  request_uri: ({ request }) => `${request.url.pathname}${request.url.search}`,
  scheme: ({ request }) => request.url.protocol.replace(':', ''),
  server_name: ({ serverName }) => serverName,
  server_port: ({ port }) => String(port),
  server_protocol: () => 'HTTP/1.1',
  uri: ({ request }) => request.url.pathname,
}

/** Variables that only a log shows. */
const LOGGED = new Set(
  'body_bytes_sent bytes_sent connection msec pid remote_port request request_id request_length request_time ssl_cipher ssl_protocol status time_iso8601 time_local upstream_addr upstream_response_time upstream_status upstream_connect_time upstream_header_time upstream_cache_status hostname nginx_version'.split(
    ' ',
  ),
)

const headerOf = ({ headers }: HttpRequest, name: string): string =>
  Object.entries(headers).find(([header]) => header.toLowerCase() === name)?.[1] ?? ''

/** The host a request is for, without its port. */
export const hostOf = ({ request, serverName }: Pick<Seen, 'request' | 'serverName'>): string =>
  (headerOf(request, 'host').replace(/:\d+$/, '') || serverName || request.url.hostname).toLowerCase()

/** A text with its variables filled in. */
export const filled = (text: string, seen: Seen): string =>
  text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, plain: string | undefined) =>
    variableOf(braced ?? plain ?? '', seen),
  )

function variableOf(name: string, seen: Seen): string {
  const known = VARIABLES[name]
  if (known) return known(seen)
  if (name.startsWith('http_')) return headerOf(seen.request, name.slice(5).replaceAll('_', '-'))
  if (name.startsWith('arg_')) return seen.request.url.searchParams.get(name.slice(4)) ?? ''
  const map = seen.maps.get(name)
  return map ? mapped(map, filled(map.source, seen)) : ''
}

function mapped({ cases, fallback }: VariableMap, value: string): string {
  const exact = cases.find(({ form }) => form === value)
  return (exact ?? cases.find(({ form }) => form instanceof RegExp && form.test(value)))?.value ?? fallback
}

/** The first variable that nginx does not have. */
export function unknownVariable(
  statements: readonly Statement[],
  maps: ReadonlyMap<string, VariableMap>,
): string | undefined {
  for (const { name, args, block } of statements) {
    const inside = block && !/^(map|types)$/.test(name) ? unknownVariable(block, maps) : undefined
    const own = TAKING.test(name) ? namesIn(args).find((variable) => !isKnown(variable, maps)) : undefined
    if (inside !== undefined || own !== undefined) return inside ?? own
  }
  return undefined
}

const namesIn = (args: readonly string[]): string[] =>
  args.flatMap((arg) =>
    [...arg.matchAll(/\$(?:\{(\w+)\}|([a-z_]\w*))/gi)].map(([, braced, plain]) => braced ?? plain ?? ''),
  )

const isKnown = (name: string, maps: ReadonlyMap<string, VariableMap>): boolean =>
  name in VARIABLES || LOGGED.has(name) || /^(http|arg|cookie|sent_http|upstream_http)_/.test(name) || maps.has(name)

/** Directives whose arguments have variables in them. */
const TAKING = /^(return|proxy_set_header|add_header|if|limit_req_zone|log_format|root|alias|try_files)$/
