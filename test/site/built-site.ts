import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, extname, join, relative, resolve } from 'node:path'

const DIST = resolve('dist')
const SOURCES = [
  'content',
  'src/site',
  'src/schema',
  'src/document',
  'src/report',
  'astro.config.mjs',
  'content.config.ts',
]
const BUILD_LIMIT_MS = 600_000

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** Builds the site unless `dist/` is newer than everything it is made from. */
export function buildIfStale(): void {
  const built = statSync(join(DIST, 'sitemap-index.xml'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Math.max(...[...SOURCES, '.runbook/verification.json'].map(newest)) < built) return
  const bin = resolve('node_modules/.bin')
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, ASTRO_TELEMETRY_DISABLED: '1' }
  // Vitest sets these for itself; Astro must build as for production.
  const clean = { ...env, NODE_ENV: 'production', VITEST: '', DEV: '', PROD: '', MODE: '' }
  execFileSync(join(bin, 'astro'), ['build', '--force'], { env: clean, timeout: BUILD_LIMIT_MS, stdio: 'pipe' })
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Paths of every page of the built site, `/en/runbooks/`. */
export function builtPages(): string[] {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter(({ name }) => name.endsWith('.html'))
  const paths = files.map(({ parentPath, name }) => `/${relative(DIST, join(parentPath, name)).replaceAll('\\', '/')}`)
  return paths.map((path) => path.replace(/index\.html$/, '')).toSorted()
}

/** The largest page of each kind among some: the pages of a folder come from one template, and this one has most of what it can have. */
export function largestOfEachKind(paths: readonly string[]): string[] {
  const size = (path: string) => statSync(join(DIST, path.endsWith('/') ? `${path}index.html` : path)).size
  const kinds = Map.groupBy(paths, (path) => /^(\/en)?\/([^/]+\/(?=.)|.*)/.exec(path)?.[0])
  return [...kinds.values()].flatMap((ones) => ones.toSorted((a, b) => size(b) - size(a)).slice(0, 1))
}

/** Serves `dist/` as a static host does, its 404 page included. */
export async function serveSite(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const wanted = join(DIST, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '')
    const found = wanted.startsWith(DIST) && existsSync(wanted) && statSync(wanted).isFile()
    const file = found ? wanted : join(DIST, '404.html')
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
