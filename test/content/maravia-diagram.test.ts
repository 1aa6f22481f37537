import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readText } from './pages.ts'

const APP = 'runbooks/fixtures/maravia/laptop/maravia'
const settings = readText(`${APP}/src/orquestador/settings.py`)
const compose = readText(`${APP}/compose.yaml`)
const site = readText('content/docs/runbooks/maravia-deploy.md')

/** What a pattern's group finds in a text; a name that no page has where it finds nothing. */
const found = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? `nothing like ${pattern}`
const setting = (name: string): string => found(settings, new RegExp(`^ {4}${name}: Seconds = (\\d+)$`, 'm'))

/** The times of the application, of nginx and of Docker, in seconds. */
const TIMES = {
  nginx: found(site, /^ {4}proxy_read_timeout (\d+)s;$/m),
  connect: found(site, /^ {4}proxy_connect_timeout (\d+)s;$/m),
  request: setting('request_timeout'),
  model: setting('openai_timeout'),
  agent: setting('mcp_timeout'),
  business: setting('contexto_negocio_timeout'),
  memory: found(readText(`${APP}/src/orquestador/sessions.py`), /\bsocket_timeout=(\d+)\b/),
  stop: found(compose, /^ {4}stop_grace_period: (\d+)s$/m),
}

const { parts, ways } = parse(readText('content/diagrams/maravia.yaml'))

test.each([
  ['nginx', TIMES.nginx],
  ['orchestrator', TIMES.request],
  ['openai', TIMES.model],
  ['agents', TIMES.agent],
  ['business', TIMES.business],
])('%s has the time that the application or nginx has', (part, time) => {
  for (const locale of ['es', 'en']) expect(parts[part].note[locale]).toMatch(new RegExp(`\\b${time} s\\b`))
})

test('the ports are those of nginx, Compose and the image of Redis', () => {
  const port = (from: string, to: string) =>
    ways.find((way: { from: string; to: string }) => way.from === from && way.to === to).port
  expect(site).toContain(`listen ${port('internet', 'nginx')} ssl`)
  expect(port('nginx', 'orchestrator')).toBe(found(compose, /ports: \["(127\.0\.0\.1:\d+):/))
  expect(parse(readText('runbooks/fixtures/maravia/seed.yaml')).baseImages).toContainEqual(
    expect.objectContaining({ name: 'redis:7', ports: [Number(port('orchestrator', 'redis'))] }),
  )
})

test.each(['content/docs/guides/maravia-architecture.md', 'content/docs/en/guides/maravia-architecture.md'])(
  '%s has a table of who waits for whom with the same times',
  (page) => {
    const times = [...readText(page).matchAll(/^\| [^|]+ \| [^|]+ \| (\d+) s \| /gm)].map(([, time]) => time)
    const { nginx, connect, request, model, agent, business, memory, stop } = TIMES
    expect(times).toEqual([connect, nginx, request, model, agent, business, memory, stop])
  },
)
