import { NotModelled } from '../model.ts'
import type { HttpRequest, HttpResponse } from '../network/network.ts'
import type { World } from '../world.ts'
import { answerHub } from './api.ts'
import { basicCredentials, headerOf, json } from './http.ts'

/** Puts Docker Hub on the modelled network: its API, its token service, and what of its registry a page asks by hand. */
export function listenForHub(world: World): void {
  const { network } = world
  network.listen('hub.docker.com', async (request) => answerHub(world, request))
  network.listen('auth.docker.io', async (request) => giveToken(world, request))
  network.listen('registry-1.docker.io', async (request) => answerRegistry(world, request))
}

function giveToken({ hub }: World, request: HttpRequest): HttpResponse {
  if (request.url.pathname !== '/token' || request.method !== 'GET')
    throw new NotModelled(`${request.method} ${request.url.href}`)
  const given = basicCredentials(request)
  if (given && !hub.accepts(given.user, given.password)) return json(401, { details: 'incorrect username or password' })
  const token = hub.issueToken(given?.user)
  return json(200, { token, access_token: token, expires_in: 300 })
}

const ASKED = /^\/v2\/([^/]+\/[^/]+)\/(?:(tags)\/list|manifests\/([\w.:-]+))$/

function answerRegistry(world: World, request: HttpRequest): HttpResponse {
  const { hub, registries } = world
  const token = /^Bearer (\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1] ?? ''
  const [, repository = '', tags, reference = ''] = ASKED.exec(request.url.pathname) ?? []
  if (!hub.isToken(token)) return challenge(repository)
  const path = `docker.io/${repository}`
  const held = registries.list(path).filter((one) => one.path === path)
  if (held.length === 0 || !hub.mayPull(hub.userOf(token), repository)) return challenge(repository)
  if (tags) return json(200, { name: repository, tags: held.flatMap((one) => one.tags).sort() })
  if (reference === '' || request.method !== 'HEAD') throw new NotModelled(`${request.method} ${request.url.href}`)
  const named = reference.startsWith('sha256:') ? { digest: reference } : { tag: reference }
  const digest = registries.digestOf({ host: 'docker.io', path, text: '', tag: undefined, digest: undefined, ...named })
  return digest === undefined
    ? json(404, { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown' }] })
    : json(200, {}, { 'docker-content-digest': digest })
}

/** Docker Hub says the same of what is not there and of what the caller may not see. */
function challenge(repository: string): HttpResponse {
  const scope = repository === '' ? '' : `,scope="repository:${repository}:pull"`
  const wanted = `Bearer realm="https://auth.docker.io/token",service="registry.docker.io"${scope}`
  const errors = [{ code: 'UNAUTHORIZED', message: 'authentication required', detail: null }]
  return json(401, { errors }, { 'www-authenticate': wanted })
}
