import { NotModelled } from '../../model.ts'
import type { CloudCommands } from '../command.ts'
import { binarySize, matching } from '../commands/objects.ts'
import { objectFinalized } from '../eventarc/finalized.ts'
import { GcloudFailure } from '../failure.ts'
import { absolutePath } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { needBucketPermission } from './access.ts'
import { type FoundBucket, needBucket, putObject } from './bucket.ts'
import { contentTypeOf } from './content-type.ts'
import { parseStorageUrl, type StorageUrl } from './url.ts'

/** Something to copy: where it is, and its name below the place copied from. */
interface Source {
  /** As gcloud shows it, `file://photo.jpg`. */
  shown: string
  /** Name it takes in a directory. */
  name: string
  contentType: string
  bytes(): Promise<Uint8Array>
}

const copy = async (invocation: GcloudInvocation): Promise<Reply> => {
  const target = invocation.argument('DESTINATION')
  const sources: Source[] = []
  for (const text of invocation.arguments('SOURCE')) sources.push(...(await sourcesOf(invocation, text)))
  const url = parseStorageUrl(target)
  const copied = url ? await upload(invocation, sources, url) : await download(invocation, sources, target)
  const total = binarySize(copied.bytes)
  return {
    stderr: `${copied.lines.join('')}  Completed files ${sources.length}/${sources.length} | ${total}/${total}\n`,
  }
}

const sourcesOf = async (invocation: GcloudInvocation, text: string): Promise<Source[]> => {
  const url = parseStorageUrl(text)
  const sources = url ? storedSources(invocation, text, url) : await localSources(invocation, text)
  if (sources.length === 0) throw new GcloudFailure(`The following URLs matched no objects or files:\n${text}`)
  return sources
}

const storedSources = (invocation: GcloudInvocation, text: string, url: StorageUrl): Source[] => {
  const found = needBucket(invocation, url.bucket)
  needBucketPermission(invocation, found, 'storage.objects.get')
  const prefix = url.object === '' ? '' : `${url.object.replace(/\/$/, '')}/`
  const isRecursive = invocation.switch('--recursive') === true
  const objects = isRecursive
    ? [...found.bucket.objects.values()].filter(({ name }) => name === url.object || name.startsWith(prefix))
    : matching(found, url)
  if (objects.length > 0) invocation.effect('read', 'storage.object', text.replace('gs://', ''))
  return objects.map(({ name, contentType, bytes }) => ({
    shown: `gs://${url.bucket}/${name}`,
    name: isRecursive && name !== url.object ? inDirectory(prefix || `${url.bucket}/`, name, prefix) : baseName(name),
    contentType,
    bytes: async () => bytes,
  }))
}

/** A directory keeps its name below the target. */
const inDirectory = (directory: string, path: string, prefix: string): string =>
  `${baseName(directory.replace(/\/$/, ''))}/${path.slice(prefix.length)}`

const localSources = async (invocation: GcloudInvocation, text: string): Promise<Source[]> => {
  if (text === '-')
    return [source(invocation, { shown: '-', name: '' }, async () => new TextEncoder().encode(invocation.call.stdin))]
  const { files } = invocation.call
  const path = absolutePath(invocation, text)
  if (!(await files.exists(path))) return []
  if (!(await files.isDirectory(path)))
    return [source(invocation, { shown: `file://${text}`, name: baseName(path) }, () => files.readBytes(path))]
  if (!invocation.switch('--recursive')) throw new NotModelled('a copy of a directory without --recursive')
  const found = await files.list(path)
  return found.map((file) =>
    source(
      invocation,
      {
        shown: `file://${text.replace(/\/$/, '')}${file.slice(path.length)}`,
        name: inDirectory(path, file, `${path}/`),
      },
      () => files.readBytes(file),
    ),
  )
}

const source = (
  invocation: GcloudInvocation,
  named: Pick<Source, 'shown' | 'name'>,
  bytes: Source['bytes'],
): Source => ({
  ...named,
  contentType: invocation.flag('--content-type') ?? '',
  bytes,
})

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

interface Copied {
  lines: string[]
  bytes: number
}

const upload = async (invocation: GcloudInvocation, sources: readonly Source[], url: StorageUrl): Promise<Copied> => {
  const found = needBucket(invocation, url.bucket)
  const copied: Copied = { lines: [], bytes: 0 }
  const isOneDirectory = invocation.arguments('SOURCE').length === 1 && sources.every(({ name }) => name.includes('/'))
  for (const one of sources) {
    const name = nameIn(found, url, { source: one, several: sources.length > 1 && !isOneDirectory })
    copied.lines.push(`Copying ${one.shown} to gs://${url.bucket}/${name}\n`)
    needBucketPermission(invocation, found, 'storage.objects.create')
    if (invocation.switch('--no-clobber') && found.bucket.objects.has(name)) continue
    copied.bytes += await store(invocation, found, { name, source: one })
  }
  return copied
}

/** A bucket, a name that ends in a slash or one that has objects below is a directory; so is what several go to. */
const nameIn = (
  { bucket }: FoundBucket,
  { object }: StorageUrl,
  { source: { name }, several }: { source: Source; several: boolean },
): string => {
  const directory = object.replace(/\/$/, '')
  const holds = [...bucket.objects.keys()].some((one) => one.startsWith(`${directory}/`))
  const isDirectory = object === '' || object.endsWith('/') || several || holds
  if (!isDirectory) return name.includes('/') ? `${object}/${name.slice(name.indexOf('/') + 1)}` : object
  return directory === '' ? name : `${directory}/${name}`
}

const store = async (
  invocation: GcloudInvocation,
  found: FoundBucket,
  { name, source: from }: { name: string; source: Source },
): Promise<number> => {
  const bytes = await from.bytes()
  const isNew = !found.bucket.objects.has(name)
  if (!isNew) needBucketPermission(invocation, found, 'storage.objects.delete')
  const contentType = from.contentType || contentTypeOf(name)
  const object = putObject(found, { name, bytes, contentType, now: invocation.now })
  invocation.effect(isNew ? 'create' : 'update', 'storage.object', `${found.bucket.name}/${name}`)
  objectFinalized(invocation.world, found, object)
  return bytes.length
}

const download = async (invocation: GcloudInvocation, sources: readonly Source[], target: string): Promise<Copied> => {
  const { files } = invocation.call
  const path = absolutePath(invocation, target)
  const isDirectory = await files.isDirectory(path)
  if (sources.length > 1 && !isDirectory)
    throw new GcloudFailure('Destination URL must name an existing directory if copying multiple sources.')
  const copied: Copied = { lines: [], bytes: 0 }
  for (const { shown, name, bytes } of sources) {
    if (!shown.startsWith('gs://')) throw new NotModelled('gcloud storage cp between files of the machine')
    const shownTarget = isDirectory ? `${target.replace(/\/$/, '')}/${name}` : target
    const content = await bytes()
    await files.write(isDirectory ? `${path}/${name}` : path, content)
    invocation.effect('create', 'file', shownTarget)
    copied.lines.push(`Copying ${shown} to file://${shownTarget}\n`)
    copied.bytes += content.length
  }
  return copied
}

/** `gcloud storage cp`. */
export const COPY_COMMANDS: CloudCommands = {
  'storage cp': { flags: ['--recursive', '--content-type', '--no-clobber'], run: copy },
}
