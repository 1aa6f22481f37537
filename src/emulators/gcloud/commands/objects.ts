import { projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import type { Reply } from '../output.ts'
import type { StoredObject } from '../state.ts'
import { needBucketPermission, needStoragePermission } from '../storage/access.ts'
import { crc32cOf, type FoundBucket, md5Of, needBucket } from '../storage/bucket.ts'
import { isPattern, needStorageUrl, patternOf, type StorageUrl } from '../storage/url.ts'

const NOTHING = 'One or more URLs matched no objects.'
const nothing = (text: string): string => `The following URLs matched no objects or files:\n${text}`

const sorted = ({ bucket }: FoundBucket): StoredObject[] =>
  [...bucket.objects.values()].sort((a, b) => (a.name < b.name ? -1 : 1))

/** Objects an address names, a pattern taking several. */
export const matching = (found: FoundBucket, { object }: StorageUrl): StoredObject[] => {
  const pattern = patternOf(object)
  return sorted(found).filter(({ name }) => (isPattern(object) ? pattern.test(name) : name === object))
}

const ls = (invocation: GcloudInvocation): Reply => {
  const paths = invocation.arguments('PATH')
  if (paths.length === 0) return listBuckets(invocation)
  const blocks = paths.map((path) => listOne(invocation, needStorageUrl(path, 'ls')))
  return { stdout: blocks.join('') }
}

const listBuckets = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  needStoragePermission(invocation, project, 'storage.buckets.list')
  invocation.effect('read', 'storage.bucket', 'all')
  const names = [...project.buckets.keys()].sort()
  return { stdout: names.map((name) => `gs://${name}/\n`).join('') }
}

const listOne = (invocation: GcloudInvocation, url: StorageUrl): string => {
  const found = needBucket(invocation, url.bucket)
  needBucketPermission(invocation, found, 'storage.objects.list')
  invocation.effect('read', 'storage.object', `${url.bucket}/${url.object}`)
  const entries = entriesOf(found, url)
  if (entries.length === 0 && url.object !== '') throw new GcloudFailure(NOTHING)
  if (!invocation.switch('--long')) return entries.map(({ path }) => `gs://${url.bucket}/${path}\n`).join('')
  const objects = entries.flatMap(({ object }) => object ?? [])
  const bytes = objects.reduce((sum, one) => sum + one.bytes.length, 0)
  const lines = entries.map(({ path, object }) => `${details(object)}gs://${url.bucket}/${path}\n`)
  return `${lines.join('')}TOTAL: ${objects.length} objects, ${bytes} bytes (${binarySize(bytes)})\n`
}

const details = (object: StoredObject | undefined): string =>
  object === undefined
    ? ' '.repeat(33)
    : `${String(object.bytes.length).padStart(10)}  ${new Date(object.createdAt).toISOString().slice(0, 19)}Z  `

interface Entry {
  path: string
  object?: StoredObject
}

/** What a level of a bucket shows: its objects, and a line for each directory. */
const entriesOf = (found: FoundBucket, url: StorageUrl): Entry[] => {
  const exact = matching(found, url)
  if (url.object !== '' && exact.length > 0) return exact.map((object) => ({ path: object.name, object }))
  if (isPattern(url.object)) return []
  const prefix = url.object === '' || url.object.endsWith('/') ? url.object : `${url.object}/`
  const inside = sorted(found).filter(({ name }) => name.startsWith(prefix) && name !== prefix)
  const entries = inside.map((object): Entry => {
    const slash = object.name.indexOf('/', prefix.length)
    return slash < 0 ? { path: object.name, object } : { path: object.name.slice(0, slash + 1) }
  })
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()]
}

/** A size as gcloud shows it, `1.5kiB`. */
export const binarySize = (bytes: number): string => {
  const power = bytes === 0 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), 4)
  const unit = ['B', 'kiB', 'MiB', 'GiB', 'TiB'][power]
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)}${unit}`
}

const cat = (invocation: GcloudInvocation): Reply => {
  const texts = invocation.arguments('URL').map((text) => {
    const url = needStorageUrl(text, 'cat')
    const found = needBucket(invocation, url.bucket)
    needBucketPermission(invocation, found, 'storage.objects.get')
    const objects = matching(found, url)
    if (objects.length === 0) throw new GcloudFailure(nothing(text))
    for (const { name } of objects) invocation.effect('read', 'storage.object', `${url.bucket}/${name}`)
    return objects.map(({ bytes }) => new TextDecoder().decode(bytes)).join('')
  })
  return { stdout: texts.join('') }
}

const rm = (invocation: GcloudInvocation): Reply => {
  const replies = invocation.arguments('URLS').map((text) => removeOne(invocation, text))
  const objects = replies.flatMap(({ removed }) => removed)
  const buckets = replies.flatMap(({ bucket }) => bucket ?? [])
  const report = (urls: readonly string[]): string =>
    `${urls.map((url) => `Removing ${url}...\n`).join('')}  Completed ${urls.length}/${urls.length}\n`
  return {
    stderr: `Removing objects:\n${report(objects)}${buckets.length > 0 ? `Removing buckets:\n${report(buckets)}` : ''}`,
  }
}

const removeOne = (invocation: GcloudInvocation, text: string): { removed: string[]; bucket?: string } => {
  const url = needStorageUrl(text, 'rm')
  const found = needBucket(invocation, url.bucket)
  const isRecursive = invocation.switch('--recursive') === true
  const prefix = url.object === '' ? '' : `${url.object.replace(/\/$/, '')}/`
  const objects = isRecursive
    ? sorted(found).filter(({ name }) => name === url.object || name.startsWith(prefix))
    : matching(found, url)
  const takesBucket = isRecursive && url.object === ''
  if (objects.length === 0 && !takesBucket) throw new GcloudFailure(nothing(text))
  needBucketPermission(invocation, found, 'storage.objects.delete')
  for (const { name } of objects) {
    found.bucket.objects.delete(name)
    invocation.effect('delete', 'storage.object', `${url.bucket}/${name}`)
  }
  const removed = objects.map(({ name, generation }) => `gs://${url.bucket}/${name}#${generation}`)
  if (!takesBucket) return { removed }
  needBucketPermission(invocation, found, 'storage.buckets.delete')
  found.project.buckets.delete(url.bucket)
  invocation.effect('delete', 'storage.bucket', url.bucket)
  return { removed, bucket: `gs://${url.bucket}/` }
}

const json = (bucket: string, object: StoredObject): JsonObject => {
  const at = `${new Date(object.createdAt).toISOString().slice(0, 19)}+0000`
  return {
    bucket,
    content_type: object.contentType,
    crc32c_hash: crc32cOf(object),
    creation_time: at,
    generation: String(object.generation),
    md5_hash: md5Of(object),
    metageneration: 1,
    name: object.name,
    size: object.bytes.length,
    storage_class: 'STANDARD',
    storage_url: `gs://${bucket}/${object.name}#${object.generation}`,
    update_time: at,
  }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const text = invocation.argument('URL')
  const url = needStorageUrl(text, 'describe')
  const found = needBucket(invocation, url.bucket)
  needBucketPermission(invocation, found, 'storage.objects.get')
  const object = found.bucket.objects.get(url.object)
  if (!object) throw new GcloudFailure(`${text} not found: 404.`)
  invocation.effect('read', 'storage.object', `${url.bucket}/${url.object}`)
  return { resources: json(url.bucket, object) }
}

const list = (invocation: GcloudInvocation): Reply => {
  const resources = invocation.arguments('URLS').flatMap((text) => {
    const url = needStorageUrl(text, 'list')
    const found = needBucket(invocation, url.bucket)
    needBucketPermission(invocation, found, 'storage.objects.list')
    invocation.effect('read', 'storage.object', `${url.bucket}/${url.object}`)
    const objects = url.object === '' ? sorted(found) : matching(found, url)
    return objects.map((object) => json(url.bucket, object))
  })
  return { resources, layout: 'yaml' }
}

/** `gcloud storage` of objects, without what copies them. */
export const OBJECT_COMMANDS: CloudCommands = {
  'storage ls': { flags: ['--long'], run: ls },
  'storage cat': { flags: [], run: cat },
  'storage rm': { flags: ['--recursive'], run: rm },
  'storage objects describe': { flags: [], run: describe },
  'storage objects list': { flags: [], run: list },
}
