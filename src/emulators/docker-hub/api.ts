import { NotModelled } from '../model.ts'
import type { HttpRequest, HttpResponse } from '../network/network.ts'
import type { World } from '../world.ts'
import { headerOf, json } from './http.ts'

/**
 * The API of hub.docker.com, as far as pages ask it for tags (docs.docker.com/reference/api/hub/latest).
 * Throws NotModelled for the rest, and for repositories this world does not carry.
 */
export function answerHub(world: World, request: HttpRequest): HttpResponse {
  const path = request.url.pathname.replace(/\/$/, '')
  const login = LOGINS[path]
  if (login && request.method === 'POST') return logIn(world, request, login)
  const [, namespace = '', name = '', tag] = TAGS.exec(path) ?? []
  if (name === '' || request.method !== 'GET') throw new NotModelled(`${request.method} ${request.url.href}`)
  return answerTags(world, request, { repository: `${namespace}/${name}`, tag })
}

const TAGS = /^\/v2\/(?:repositories|namespaces)\/([\w.-]+)\/(?:repositories\/)?([\w.-]+)\/tags(?:\/([\w.-]+))?$/

const LOGINS: Readonly<Record<string, { user: string; password: string; token: string }>> = {
  '/v2/users/login': { user: 'username', password: 'password', token: 'token' },
  '/v2/auth/token': { user: 'identifier', password: 'secret', token: 'access_token' },
}

function logIn({ hub }: World, { body }: HttpRequest, names: (typeof LOGINS)[string]): HttpResponse {
  const given = readJson(body)
  const user = given[names.user] ?? ''
  if (!hub.accepts(user, given[names.password] ?? ''))
    return json(401, { detail: 'Incorrect authentication credentials' })
  return json(200, { [names.token]: hub.issueToken(user) })
}

function readJson(text: string): Record<string, string | undefined> {
  try {
    return JSON.parse(text) as Record<string, string | undefined>
  } catch {
    return {}
  }
}

interface Wanted {
  repository: string
  tag: string | undefined
}

function answerTags(world: World, request: HttpRequest, { repository, tag }: Wanted): HttpResponse {
  const { hub } = world
  const token = /^(?:Bearer|JWT) (\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1]
  if (token !== undefined && !hub.isToken(token)) return json(401, { message: 'unauthorized' })
  const tags = hub.mayPull(hub.userOf(token ?? ''), repository) ? tagsOf(world, repository) : []
  if (tags.length === 0 && !hub.isOurs(repository))
    throw new NotModelled(`the repository ${repository} of Docker Hub: this world does not carry it`)
  const found = tag === undefined ? tags : tags.filter(({ name }) => name === tag)
  if (found.length === 0) return notFound(repository)
  return json(200, tag === undefined ? page(request.url, found) : found[0])
}

function notFound(repository: string): HttpResponse {
  const [namespace, name] = repository.split('/')
  return json(404, { message: 'object not found', errinfo: { namespace, repository: name } })
}

/** Newest first, as the site lists them. */
function tagsOf({ registries }: World, repository: string) {
  const path = `docker.io/${repository}`
  const images = registries.list(path).filter((one) => one.path === path)
  return images
    .flatMap(({ image, tags }) => tags.map((name) => ({ name, image })))
    .sort((a, b) => b.image.createdAt - a.image.createdAt || (a.name < b.name ? -1 : 1))
    .map(({ name, image: { digest, bytes, createdAt, platform } }) => {
      const [os, architecture] = platform.split('/')
      const pushed = new Date(createdAt).toISOString()
      return {
        name,
        digest,
        full_size: bytes,
        images: [{ architecture, os, digest, size: bytes, status: 'active', last_pushed: pushed }],
        last_updated: pushed,
        tag_last_pushed: pushed,
        tag_status: 'active',
        content_type: 'image',
        v2: true,
      }
    })
}

function page(url: URL, results: readonly object[]) {
  const size = Math.min(Number(url.searchParams.get('page_size') ?? 10) || 10, 100)
  const at = Number(url.searchParams.get('page') ?? 1) || 1
  const link = (number: number) => {
    const other = new URL(url)
    other.searchParams.set('page', String(number))
    return other.href
  }
  return {
    count: results.length,
    next: at * size < results.length ? link(at + 1) : null,
    previous: at > 1 ? link(at - 1) : null,
    results: results.slice((at - 1) * size, at * size),
  }
}
