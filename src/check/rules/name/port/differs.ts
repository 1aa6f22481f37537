import { ask, type Call, isHere, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { type FileBlock, isPlain, type Page, placeIn } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Place } from '#schema/place.ts'

export const namePortDiffers = defineFinding({
  code: 'NAME_PORT_DIFFERS',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El puerto es aquí {found} y en la línea {line} es {expected}.',
    hint: 'Usa el mismo puerto en los dos sitios.',
    why: 'El contenedor escucha en un puerto y la página publica, despliega o visita otro: nada contesta.',
  },
  en: {
    message: 'The port is {found} here and {expected} on line {line}.',
    hint: 'Use the same port in both places.',
    why: 'The container listens on one port, and the page publishes, deploys or visits another: nothing answers.',
  },
  wrong: [
    '```bash step=start effect=create',
    'docker run --detach --name=api --publish=8000:8080 app:1.0.0',
    '```',
    '',
    '```bash step=check-health effect=read',
    'curl -fsS --max-time 10 http://localhost:8080/health',
    '```',
  ],
  right: [
    '```bash step=start effect=create',
    'docker run --detach --name=api --publish=8000:8080 app:1.0.0',
    '```',
    '',
    '```bash step=check-health effect=read',
    'curl -fsS --max-time 10 http://localhost:8000/health',
    '```',
  ],
})

interface Claim {
  port: string
  place: Place
}

/** The port a container listens on, and the one it is published on, said differently in two places. */
export const port = pageRule([namePortDiffers], ({ page, calls }) => {
  const steps = calls.filter((call) => call.block.kind === 'step' && isHere(call))
  const [exposed] = page.blocks.filter((block) => block.kind === 'file').flatMap((block) => exposedBy(page, block))
  const listens = exposed ?? publishedAlike(steps)
  const inside = listens ? steps.flatMap(containerPorts).filter((claim) => claim.port !== listens.port) : []
  // What else listens on a reader's machine, a plain document does not say.
  return [
    ...inside.map((claim) => differs(claim, listens as Claim)),
    ...(isPlain(page) ? swapped(steps) : requested(steps)),
  ]
})

/** The one port all `docker run -p` of a page without a Dockerfile publish from inside. */
function publishedAlike(steps: readonly Call[]): Claim | undefined {
  const claims = steps.filter((call) => ask(call, 'container')).flatMap(containerPorts)
  return claims.length > 1 && claims.every(({ port: other }) => other === claims[0]?.port) ? claims[0] : undefined
}

const differs = (claim: Claim, { port: expected, place }: Claim) =>
  namePortDiffers.at(claim.place, { found: claim.port, expected, line: place.start.line })

/** `EXPOSE 8080` of a Dockerfile; several say nothing certain. */
function exposedBy(page: Page, block: FileBlock): Claim[] {
  if (!/(^|\/)Dockerfile$/.test(block.path)) return []
  const found = [...block.text.matchAll(/^[ \t]*EXPOSE[ \t]+(\d+)(?:\/tcp)?[ \t]*$/gim)]
  return found.length === 1
    ? found.map((match) => ({ port: match[1] as string, place: placeIn(page, block, match.index) }))
    : []
}

/** Ports that calls say the page's container listens on. */
const containerPorts = (call: Call): Claim[] =>
  (ask(call, 'ports') ?? []).flatMap(({ inside, word }) =>
    inside !== undefined && /^\d+$/.test(inside) ? [{ port: inside, place: placeOfWord(call, word.word) }] : [],
  )

/** `curl localhost:PORT` where every port the page publishes is known and another. */
function requested(steps: readonly Call[]): Finding[] {
  const published = steps.flatMap(publishedBy)
  const unsure = steps.some(
    (call) => ask(call, 'compose') || (call.block.kind === 'step' && call.block.fence.background && !call.traits.cloud),
  )
  const [one] = published
  if (!one || unsure || published.some((claim) => !/^\d+$/.test(claim.port))) return []
  return requestsOf(steps)
    .filter((request) => !published.some((claim) => claim.port === request.port))
    .map((request) => differs(request, one))
}

/** `curl localhost:PORT` with the port a container has inside, where the page publishes it as another. */
function swapped(steps: readonly Call[]): Finding[] {
  if (steps.some((call) => ask(call, 'compose'))) return []
  const outside = steps.flatMap(publishedBy)
  const inside = steps.filter((call) => ask(call, 'container')).flatMap(containerPorts)
  return requestsOf(steps).flatMap(({ port: asked, place }) => {
    const at = inside.findIndex((claim) => claim.port === asked)
    const published = outside[at]
    if (!published || outside.length !== inside.length || outside.some((claim) => claim.port === asked)) return []
    return [differs({ port: asked, place }, published)]
  })
}

const requestsOf = (steps: readonly Call[]): Claim[] =>
  steps.flatMap((call) => {
    const target = ask(call, 'request') && call.words.find(({ text }) => LOCAL.test(text ?? ''))
    const asked = LOCAL.exec(target?.text ?? '')?.[1]
    return target && asked ? [{ port: asked, place: placeOfWord(call, target.word) }] : []
  })

const LOCAL = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1):(\d+)/

/** Ports of the reader's machine at which a container or a service is reached. */
const publishedBy = (call: Call): Claim[] =>
  (ask(call, 'ports') ?? [])
    .filter(({ by }) => by === 'container' || by === 'proxy')
    .map(({ outside = '?', word }) => ({ port: outside, place: placeOfWord(call, word.word) }))
