import { type Files, NotModelled } from '../model.ts'
import type { HttpRequest, HttpResponse, Network } from '../network/network.ts'
import type { Location, Site, WebServer } from './model.ts'
import { readSites } from './site.ts'

const SITES = '/etc/nginx/sites-enabled'

/** An nginx that runs, as Debian installs it. */
export function createWebServer(network: Network): WebServer {
  const server: WebServer = { isRunning: true, sites: undefined }
  openPort(server, network)
  return server
}

/** The sites of the machine's files, or nginx's message about the first one it refuses. */
export async function configuredSites(files: Files): Promise<readonly Site[] | undefined | string> {
  const paths = await files.list(SITES)
  if (paths.length === 0) return undefined
  const sites: Site[] = []
  for (const path of paths) {
    const read = readSites(await files.read(path))
    if (typeof read === 'string') return `${read} in ${path}`
    sites.push(...read)
  }
  if (sites.some(({ port }) => port !== 80)) throw new NotModelled('nginx on a port other than 80')
  return sites
}

/** Starts to listen, or does so again. */
export function openPort(server: WebServer, network: Network): void {
  server.isRunning = true
  for (const host of ADDRESSES) network.listen(`${host}:80`, (request) => answer(server, network, request))
}

/** Ends nginx: the port refuses. */
export function closePort(server: WebServer, network: Network): void {
  server.isRunning = false
  for (const host of ADDRESSES) network.close(`${host}:80`)
}

const ADDRESSES = ['localhost', '127.0.0.1', '0.0.0.0']

async function answer({ sites }: WebServer, network: Network, request: HttpRequest): Promise<HttpResponse> {
  if (!sites) throw new NotModelled('the page nginx serves before it is configured')
  const { url } = request
  const site = sites.find(({ names }) => names.includes(url.hostname)) ?? sites.find((one) => one.isDefault) ?? sites[0]
  const location = site && locationOf(site, url.pathname)
  if (!location) return page(404, 'Not Found')
  const headers = { ...request.headers, ...headersOf(location, url) }
  const passed = await network.fetch({
    ...request,
    headers,
    url: new URL(`${url.pathname}${url.search}`, location.target),
  })
  if (passed === 'timeout') return page(504, 'Gateway Time-out')
  if (typeof passed === 'string') return page(502, 'Bad Gateway')
  return { ...passed, headers: { server: SERVER, ...passed.headers } }
}

/** What it sets, with its variables filled in; an empty value leaves the header out, so it is none here. */
function headersOf({ headers }: Location, { hostname, protocol }: URL): Record<string, string> {
  const known: Readonly<Record<string, string>> = {
    $host: hostname,
    $scheme: protocol.replace(':', ''),
    $remote_addr: CALLER,
    $proxy_add_x_forwarded_for: CALLER,
  }
  const filled = Object.entries(headers).map(([name, value]) => [name, known[value] ?? value] as const)
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}

/** Who calls, as a machine sees the laptop. */
const CALLER = '10.99.0.2'

function locationOf({ locations }: Site, path: string) {
  const exact = locations.find((one) => one.isExact && one.path === path)
  const prefixes = locations.filter((one) => !one.isExact && path.startsWith(one.path))
  return exact ?? prefixes.sort((one, other) => other.path.length - one.path.length)[0]
}

const SERVER = 'nginx/1.22.1'

/** nginx's own error page. */
function page(status: number, reason: string): HttpResponse {
  const title = `${status} ${reason}`
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>${SERVER}</center>\r\n</body>\r\n</html>\r\n`
  return {
    status,
    headers: { server: SERVER, 'content-type': 'text/html', 'content-length': String(body.length) },
    body,
  }
}
