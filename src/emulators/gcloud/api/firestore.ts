import { NotModelled } from '../../model.ts'
import type { HttpRequest, HttpResponse } from '../../network/network.ts'
import type { World } from '../../world.ts'
import { API_TITLES, may } from '../access.ts'
import { iso, momentOf } from '../moment.ts'
import type { FirestoreDatabase, FirestoreDocument, Project } from '../state.ts'
import { apiError, json } from './answer.ts'
import { callerOf } from './caller.ts'

const API = 'firestore.googleapis.com'

interface Asked {
  world: World
  request: HttpRequest
  project: Project
  database: FirestoreDatabase
  /** Below the database's documents, `images/one`. */
  path: string
}

/**
 * Documents of Firestore over REST (cloud.google.com/firestore/docs/reference/rest/v1/projects.databases.documents): get,
 * list of a collection, patch and delete.
 */
export const answerFirestore = (world: World, request: HttpRequest): HttpResponse => {
  const read = /^\/v1\/projects\/([^/]+)\/databases\/([^/]+)\/documents\/(.+)$/.exec(decoded(request))
  if (read === null) throw new NotModelled(`${request.method} ${request.url.href}`)
  const [, id = '', name = '', path = ''] = read
  const project = world.cloud.projects.get(id)
  const isDocument = path.split('/').length % 2 === 0
  const permission = permissionOf(request.method, isDocument)
  if (permission === undefined) throw new NotModelled(`${request.method} ${request.url.href}`)
  const refused = refuse(world, request, { project, permission })
  if (refused || project === undefined) return refused ?? DENIED
  const database = project.firestore.get(name)
  if (database === undefined) return noDatabase(id, name)
  return act({ world, request, project, database, path }, isDocument)
}

/** A slash within a name is encoded twice: what is between slashes is decoded once. */
const decoded = ({ url }: HttpRequest): string => url.pathname.split('/').map(decodeURIComponent).join('/')

const permissionOf = (method: string, isDocument: boolean): string | undefined => {
  if (method === 'GET') return `datastore.entities.${isDocument ? 'get' : 'list'}`
  const verbs: Readonly<Record<string, string>> = { PATCH: 'update', DELETE: 'delete' }
  return isDocument && verbs[method] ? `datastore.entities.${verbs[method]}` : undefined
}

const DENIED = apiError(403, 'PERMISSION_DENIED', 'Missing or insufficient permissions.')

const refuse = (
  world: World,
  request: HttpRequest,
  { project, permission }: { project: Project | undefined; permission: string },
): HttpResponse | undefined => {
  const caller = callerOf(world.cloud, request)
  if (caller === 'unknown' || caller === 'anonymous') return unauthenticated(caller)
  if (project === undefined) return DENIED
  if (!project.services.has(API)) return notEnabled(project)
  return may(project, caller.principal, permission) ? undefined : DENIED
}

const unauthenticated = (caller: 'unknown' | 'anonymous'): HttpResponse =>
  caller === 'anonymous'
    ? DENIED
    : apiError(
        401,
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
      )

const notEnabled = ({ id }: Project): HttpResponse =>
  apiError(
    403,
    'PERMISSION_DENIED',
    `${API_TITLES[API]} has not been used in project ${id} before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/${API}/overview?project=${id} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
  )

const noDatabase = (project: string, name: string): HttpResponse =>
  apiError(
    404,
    'NOT_FOUND',
    `The database ${name} does not exist for project ${project} Please visit https://console.cloud.google.com/datastore/setup?project=${project} to add a Cloud Datastore or Cloud Firestore database. `,
  )

const act = (asked: Asked, isDocument: boolean): HttpResponse => {
  const { request, database, path } = asked
  if (!isDocument) return list(asked)
  const one = database.documents.get(path)
  if (request.method === 'PATCH') return patch(asked, one)
  if (request.method === 'GET')
    return one === undefined
      ? apiError(404, 'NOT_FOUND', `Document "${nameOf(asked, path)}" not found.`)
      : json(200, shown(asked, path, one))
  database.documents.delete(path)
  return json(200, {})
}

const nameOf = ({ project, database }: Asked, path: string): string =>
  `projects/${project.id}/databases/${database.name}/documents/${path}`

const shown = (asked: Asked, path: string, { fields, createdAt, updatedAt }: FirestoreDocument) => ({
  name: nameOf(asked, path),
  fields,
  createTime: iso(createdAt),
  updateTime: iso(updatedAt),
})

/** How many documents come at once where nobody says. */
const PAGE_SIZE = 20

/** Documents of one collection, without those below them, a page at a time: the token is the number of those before. */
const list = (asked: Asked): HttpResponse => {
  const { request, database, path } = asked
  const { searchParams } = request.url
  const inside = [...database.documents].filter(
    ([name]) => name.startsWith(`${path}/`) && !name.slice(path.length + 1).includes('/'),
  )
  const sorted = inside.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => shown(asked, name, one))
  const start = Number(searchParams.get('pageToken') ?? 0)
  const end = start + Number(searchParams.get('pageSize') ?? PAGE_SIZE)
  const documents = sorted.slice(start, end)
  return json(200, {
    ...(documents.length > 0 && { documents }),
    ...(end < sorted.length && { nextPageToken: String(end) }),
  })
}

/** Writes the fields of the mask, or all; a precondition says whether the document must be there. */
const patch = (asked: Asked, before: FirestoreDocument | undefined): HttpResponse => {
  const { world, request, database, path } = asked
  const exists = request.url.searchParams.get('currentDocument.exists')
  if (exists === 'true' && before === undefined)
    return apiError(404, 'NOT_FOUND', `No document to update: ${nameOf(asked, path)}`)
  if (exists === 'false' && before !== undefined)
    return apiError(409, 'ALREADY_EXISTS', `Document already exists: ${nameOf(asked, path)}`)
  const { fields = {} } = JSON.parse(request.body || '{}') as { fields?: Record<string, unknown> }
  const mask = request.url.searchParams.getAll('updateMask.fieldPaths')
  const kept = Object.entries(mask.length === 0 ? {} : (before?.fields ?? {})).filter(([name]) => !mask.includes(name))
  const now = momentOf(world)
  const one = {
    fields: { ...Object.fromEntries(kept), ...fields },
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  }
  database.documents.set(path, one)
  return json(200, shown(asked, path, one))
}
