import { describe, expect, test } from 'vitest'
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
const SHOWN = [TIMES.nginx, TIMES.request, TIMES.model, TIMES.agent, TIMES.business]
const PORT = found(compose, /ports: \["(127\.0\.0\.1:\d+):/)

/** The words of a picture, without its description. */
const wordsOf = (picture: string): string[] =>
  [...readText(picture).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)

describe.each([
  ['es', 'content/docs/guides/maravia-architecture.md'],
  ['en', 'content/docs/en/guides/maravia-architecture.md'],
])('the picture of the parts, in %s', (locale, page) => {
  const picture = `content/images/maravia-architecture.${locale}.svg`

  test('has the times and the port that the application, nginx and Compose have', () => {
    const words = wordsOf(picture)
    for (const time of SHOWN) expect(words).toContainEqual(expect.stringMatching(new RegExp(`\\b${time} s\\b`)))
    expect(words).toContain(PORT)
  })

  test('says in words, for who does not see it, what it shows', () => {
    const description = found(readText(picture), /<desc id="desc">([^<]*)<\/desc>/)
    for (const one of [...SHOWN, PORT, '443', '6379']) expect(description).toContain(one)
  })

  test('agrees with the table of who waits for whom', () => {
    const times = [...readText(page).matchAll(/^\| [^|]+ \| [^|]+ \| (\d+) s \| /gm)].map(([, time]) => time)
    const { nginx, connect, request, model, agent, business, memory, stop } = TIMES
    expect(times).toEqual([connect, nginx, request, model, agent, business, memory, stop])
  })
})
