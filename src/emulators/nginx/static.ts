import type { Files } from '../files.ts'
import type { HttpRequest, HttpResponse } from '../network/network.ts'
import type { Location, Rules } from './model.ts'
import { page, response } from './pages.ts'
import { filled, type Seen } from './variables.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  txt: 'text/plain',
  xml: 'text/xml',
  svg: 'image/svg+xml',
}

/** A file below the root of a location, or the page that says why there is none. */
export async function serveFile(
  files: Files,
  rules: Rules,
  at: { location: Location | undefined; seen: Seen },
): Promise<HttpResponse> {
  const { request } = at.seen
  if (!/^(GET|HEAD|POST)$/.test(request.method)) return page(405, rules)
  const uri = decodeURIComponent(request.url.pathname)
  if (rules.tryFiles.length === 0) return fileAt(files, rules, pathOf(rules, at.location, uri), request)
  for (const candidate of rules.tryFiles.slice(0, -1)) {
    const wanted = filled(candidate, at.seen)
    const path = pathOf(rules, at.location, wanted)
    const isThere = wanted.endsWith('/')
      ? await files.isDirectory(path.replace(/\/$/, ''))
      : (await files.exists(path)) && !(await files.isDirectory(path))
    if (isThere) return fileAt(files, rules, path, request)
  }
  const last = rules.tryFiles.at(-1) ?? ''
  if (last.startsWith('=')) return page(Number(last.slice(1)), rules)
  return fileAt(files, rules, pathOf(rules, at.location, filled(last, at.seen)), request)
}

function pathOf({ root = '/usr/share/nginx/html', alias }: Rules, location: Location | undefined, uri: string): string {
  return alias === undefined ? `${root.replace(/\/$/, '')}${uri}` : `${alias}${uri.slice(location?.path.length ?? 0)}`
}

async function fileAt(files: Files, rules: Rules, path: string, request: HttpRequest): Promise<HttpResponse> {
  if (!(await files.exists(path.replace(/\/$/, '') || '/'))) return page(404, rules)
  if (await files.isDirectory(path.replace(/\/$/, '') || '/')) {
    if (!path.endsWith('/'))
      return { ...page(301, rules), headers: { ...page(301, rules).headers, location: `${request.url.href}/` } }
    for (const name of rules.index)
      if (await files.exists(`${path}${name}`)) return fileAt(files, rules, `${path}${name}`, request)
    return page(403, rules)
  }
  // Only once there is a file is it one that nobody posts to.
  if (request.method === 'POST') return page(405, rules)
  try {
    const ending = /\.(\w+)$/.exec(path)?.[1] ?? ''
    return response(200, await files.read(path), TYPES[ending] ?? 'application/octet-stream')
  } catch {
    return page(403, rules)
  }
}
