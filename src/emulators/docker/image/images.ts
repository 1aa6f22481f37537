import type { Image } from '../../images/model.ts'
import { familiarName } from '../../images/reference.ts'
import { NotModelled, type Output, succeed } from '../../model.ts'
import { type DockerCommand, type DockerInvocation, forEach, Refused, record } from '../invocation.ts'
import { printList } from '../list-format.ts'
import { pruneFilter } from '../prune-filter.ts'
import { humanDuration, humanSize, shortId } from '../text.ts'
import { allImages, findImage, namesOf } from './store.ts'

const COLUMNS = [
  ['REPOSITORY', 'Repository'],
  ['TAG', 'Tag'],
  ['IMAGE ID', 'ID'],
  ['CREATED', 'CreatedSince'],
  ['SIZE', 'Size'],
] as const

/** `docker images`. */
export const images: DockerCommand = (at) => {
  const { flags, state } = at
  const tagged = [...state.tags].map(([name, image]) => imageRow(at, familiarName(name), image))
  const dangling = [...state.dangling.values()].map((image) => imageRow(at, '<none>:<none>', image))
  const rows = [...tagged.toSorted(byAge), ...dangling].filter((row) => isWanted(at, row))
  return printList(rows, {
    columns: COLUMNS,
    format: flags.value('format'),
    ...(flags.has('quiet') ? { quiet: 'ID' } : {}),
  })
}

/** The newest first; names of one image in their order. */
const byAge = (one: Record<string, string>, other: Record<string, string>): number =>
  (other.CreatedAt ?? '').localeCompare(one.CreatedAt ?? '') ||
  `${one.Repository}:${one.Tag}`.localeCompare(`${other.Repository}:${other.Tag}`)

function imageRow(at: DockerInvocation, name: string, image: Image): Record<string, string> {
  const colon = name.lastIndexOf(':')
  return {
    Repository: name.slice(0, colon),
    Tag: name.slice(colon + 1),
    ID: at.flags.has('no-trunc') ? image.digest : shortId(image.digest),
    Digest: at.flags.has('digests') ? image.digest : '<none>',
    CreatedSince: `${humanDuration(at.call.world.clock.now() - image.createdAt)} ago`,
    CreatedAt: new Date(image.createdAt).toISOString(),
    Size: humanSize(image.bytes),
  }
}

function isWanted(at: DockerInvocation, row: Record<string, string>): boolean {
  const [wanted] = at.operands
  const name = `${row.Repository}:${row.Tag}`
  if (wanted !== undefined && wanted !== row.Repository && wanted !== name) return false
  return at.flags.values('filter').every((filter) => {
    if (filter === 'dangling=true') return row.Tag === '<none>'
    if (filter === 'dangling=false') return row.Tag !== '<none>'
    const pattern = /^reference=(.*)$/.exec(filter)?.[1]
    if (pattern === undefined) throw new NotModelled(`docker images --filter ${filter}`)
    const regex = new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`)
    return regex.test(name) || regex.test(row.Repository ?? '')
  })
}

/** `docker rmi`. */
export const rmi: DockerCommand = async (at) => {
  const output = await forEach(at, (name) => removeImage(at, name))
  return at.flags.has('force') && /No such image/.test(output.stderr) ? { ...output, exitCode: 0 } : output
}

function removeImage(at: DockerInvocation, name: string): string {
  const { state } = at
  const image = findImage(state, name)
  if (!image)
    throw new Refused(
      `Error response from daemon: No such image: ${/[:@]/.test(name) || /^[0-9a-f]{12,}$/.test(name) ? name : `${name}:latest`}`,
    )
  const names = namesOf(state, image)
  const isName = names.some((known) => known === name || known === `${name}:latest`)
  const force = at.flags.has('force')
  const id = shortId(image.digest)
  if (!isName && names.length > 1 && !force)
    throw new Refused(
      `Error response from daemon: conflict: unable to delete ${id} (must be forced) - image is referenced in multiple repositories`,
    )
  const removed = isName ? names.filter((known) => known === name || known === `${name}:latest`) : names
  if (names.length <= removed.length) requireUnused(at, image, { name, id, isName, force })
  for (const known of removed) untag(at, known)
  const untagged = removed.map((known) => `Untagged: ${known}`)
  if (namesOf(state, image).length > 0) return untagged.join('\n')
  state.dangling.delete(image.digest)
  return [...untagged, `Deleted: ${image.digest}`].join('\n')
}

function untag(at: DockerInvocation, known: string): void {
  for (const name of at.state.tags.keys()) if (familiarName(name) === known) at.state.tags.delete(name)
  record(at, 'delete', 'image', known)
}

function requireUnused(
  at: DockerInvocation,
  image: Image,
  named: { name: string; id: string; isName: boolean; force: boolean },
): void {
  const user = [...at.state.containers.values()].find((container) => container.image.digest === image.digest)
  if (!user) return
  const container = user.id.slice(0, 12)
  if (user.state === 'running' && !(named.force && named.isName))
    throw new Refused(
      named.isName
        ? `Error response from daemon: conflict: unable to remove repository reference "${named.name}" (must force) - container ${container} is using its referenced image ${named.id}`
        : `Error response from daemon: conflict: unable to delete ${named.id} (cannot be forced) - image is being used by running container ${container}`,
    )
  if (named.force) return
  throw new Refused(
    named.isName
      ? `Error response from daemon: conflict: unable to remove repository reference "${named.name}" (must force) - container ${container} is using its referenced image ${named.id}`
      : `Error response from daemon: conflict: unable to delete ${named.id} (must be forced) - image is being used by stopped container ${container}`,
  )
}

/** Images no container uses: untagged ones, or all. */
export function unusedImages(at: DockerInvocation, all: boolean): Image[] {
  const used = new Set([...at.state.containers.values()].map(({ image }) => image.digest))
  return [...allImages(at.state)].filter(
    (image) => !used.has(image.digest) && (all || namesOf(at.state, image).length === 0),
  )
}

/** `docker image prune`. */
export const pruneImages: DockerCommand = (at): Output => {
  requireForce(at, 'WARNING! This will remove all dangling images.')
  const removed = unusedImages(at, at.flags.has('all')).filter(pruneFilter(at))
  const lines = removed.flatMap((image) => deleteImage(at, image))
  const total = humanSize(removed.reduce((sum, { bytes }) => sum + bytes, 0))
  const list = lines.length > 0 ? `Deleted Images:\n${lines.join('\n')}\n\n` : ''
  return succeed(`${list}Total reclaimed space: ${total}\n`)
}

/** Removes an image and its names; tells what docker prints about it. */
export function deleteImage(at: DockerInvocation, image: Image): string[] {
  const names = namesOf(at.state, image)
  for (const name of names) untag(at, name)
  if (names.length === 0) record(at, 'delete', 'image', shortId(image.digest))
  at.state.dangling.delete(image.digest)
  return [...names.map((name) => `untagged: ${name}`), `deleted: ${image.digest}`]
}

/** Prune commands ask; without a terminal the answer is no. */
export function requireForce(at: DockerInvocation, warning: string): void {
  if (at.flags.has('force') || /^y/i.test(at.call.stdin)) return
  throw new Refused(`${warning}\nAre you sure you want to continue? [y/N] \nthe operation was cancelled`)
}
