import { NotModelled } from '../../model.ts'
import { bytesOf, type HttpRequest, type HttpResponse } from '../../network/network.ts'
import type { World } from '../../world.ts'
import { may } from '../access.ts'
import { objectData, objectFinalized } from '../eventarc/finalized.ts'
import { momentOf } from '../moment.ts'
import type { StoredObject } from '../state.ts'
import { storageTarget } from '../storage/access.ts'
import { bucketNamed, type FoundBucket, putObject } from '../storage/bucket.ts'
import { json, storageError, text } from './answer.ts'
import { callerOf } from './caller.ts'

interface Asked {
  world: World
  request: HttpRequest
  found: FoundBucket
  bucket: string
  object: string
}

/** Cloud Storage's JSON API, as far as objects are read and uploaded whole (cloud.google.com/storage/docs/json_api/v1/objects). */
export const answerStorage = (world: World, request: HttpRequest): HttpResponse => {
  const { pathname, searchParams } = request.url
  const [, upload, bucket = '', path] = /^(\/upload)?\/storage\/v1\/b\/([^/]+)\/o(?:\/([^/]+))?$/.exec(pathname) ?? []
  const object = upload ? (searchParams.get('name') ?? '') : decodeURIComponent(path ?? '')
  const verb = upload && request.method === 'POST' ? 'upload' : !upload && request.method === 'GET' && path ? 'get' : ''
  if (verb === '' || object === '') throw new NotModelled(`${request.method} ${request.url.href}`)
  const found = bucketNamed(world, bucket)
  if (found === undefined) return storageError(404, 'notFound', 'The specified bucket does not exist.')
  return verb === 'upload'
    ? put({ world, request, found, bucket, object })
    : get({ world, request, found, bucket, object })
}

const get = (asked: Asked): HttpResponse => {
  const { request, found, bucket, object } = asked
  const isMedia = request.url.searchParams.get('alt') === 'media'
  const one = found.bucket.objects.get(object)
  const generation = request.url.searchParams.get('generation')
  const isThere = one !== undefined && (generation === null || generation === String(one.generation))
  // Who may not list is not told that something is not there.
  const refused = refuse(asked, isThere ? 'storage.objects.get' : 'storage.objects.list')
  if (refused) return isMedia && refused.status === 403 ? text(403, reasonOf(refused)) : refused
  const name = generation === null ? object : `${object}#${generation}`
  if (!isThere || one === undefined)
    return isMedia
      ? text(404, `No such object: ${bucket}/${name}`)
      : storageError(404, 'notFound', `No such object: ${bucket}/${name}`)
  return isMedia ? media(one) : json(200, objectData(bucket, one))
}

/** Downloads are refused in plain text. */
const reasonOf = ({ body }: HttpResponse): string => JSON.parse(body).error.message

const media = ({ bytes, contentType, generation }: StoredObject): HttpResponse => ({
  status: 200,
  headers: { 'content-type': contentType, 'x-goog-generation': String(generation) },
  body: '',
  bytes,
})

/** cloud.google.com/storage/docs/objects#naming */
const LONGEST_NAME = 1024

const put = (asked: Asked): HttpResponse => {
  const { world, request, found, bucket, object } = asked
  if (request.url.searchParams.get('uploadType') !== 'media') throw new NotModelled(`an upload to ${request.url.href}`)
  const before = found.bucket.objects.get(object)
  const refused =
    refuse(asked, 'storage.objects.create') ??
    (before === undefined ? undefined : refuse(asked, 'storage.objects.delete'))
  if (refused) return refused
  if (object.length > LONGEST_NAME)
    return storageError(
      400,
      'invalid',
      `The maximum object length is ${LONGEST_NAME} characters, but got a name with ${object.length} characters: '${object.slice(0, LONGEST_NAME)}...'`,
    )
  const wanted = request.url.searchParams.get('ifGenerationMatch')
  if (wanted !== null && wanted !== String(before?.generation ?? 0))
    return storageError(412, 'conditionNotMet', 'At least one of the pre-conditions you specified did not hold.')
  const type = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const stored = putObject(found, {
    name: object,
    bytes: bytesOf(request),
    contentType: type ?? 'application/octet-stream',
    now: momentOf(world),
  })
  objectFinalized(world, found, stored)
  return json(200, objectData(bucket, stored))
}

const refuse = ({ world, request, found }: Asked, permission: string): HttpResponse | undefined => {
  const caller = callerOf(world.cloud, request)
  if (caller === 'unknown') return storageError(401, 'authError', 'Invalid Credentials')
  const principal = caller === 'anonymous' ? 'allUsers' : caller.principal
  if (may(found.project, principal, permission, found.bucket.policy)) return undefined
  const who = caller === 'anonymous' ? 'Anonymous caller' : caller.email
  const message = `${who} does not have ${permission} access to ${storageTarget(permission)}. Permission '${permission}' denied on resource (or it may not exist).`
  return caller === 'anonymous' ? storageError(401, 'required', message) : storageError(403, 'forbidden', message)
}
