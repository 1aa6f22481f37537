import type { Image, Reference } from '../../images/model.ts'
import { canonicalName, familiarName, parseReference, referenceProblem } from '../../images/reference.ts'
import { Refused } from '../invocation.ts'
import type { DockerState } from '../state.ts'

/** A reference as typed, or docker's refusal. */
export function requireReference(text: string): Reference {
  const reference = parseReference(text)
  if (!reference) throw new Refused(referenceProblem(text))
  return reference
}

/** The local image a name, tag, digest or id prefix stands for. */
export function findImage(state: DockerState, text: string): Image | undefined {
  const reference = parseReference(text)
  const tagged = reference && state.tags.get(`${reference.path}:${reference.tag ?? 'latest'}`)
  if (tagged && reference?.digest === undefined) return tagged
  const id = (reference?.digest ?? text).replace(/^sha256:/, '')
  if (!/^[0-9a-f]{4,64}$/.test(id)) return undefined
  return [...allImages(state)].find((image) => image.digest.slice(7).startsWith(id))
}

/** Every local image once. */
export function allImages(state: DockerState): Set<Image> {
  const byDigest = new Map([...state.tags.values(), ...state.dangling.values()].map((image) => [image.digest, image]))
  return new Set(byDigest.values())
}

/** Names an image has, short: `shop-agent:v1`. */
export function namesOf(state: DockerState, image: Image): string[] {
  return [...state.tags].filter(([, tagged]) => tagged.digest === image.digest).map(([name]) => familiarName(name))
}

/** Gives an image a tag; the image that had it stays untagged. Tells whether the tag is new. */
export function tagImage(state: DockerState, reference: Reference, image: Image): 'create' | 'update' {
  const name = canonicalName({ ...reference, tag: reference.tag ?? 'latest', digest: undefined })
  const before = state.tags.get(name)
  state.tags.set(name, image)
  state.dangling.delete(image.digest)
  if (before && namesOf(state, before).length === 0) state.dangling.set(before.digest, before)
  return before ? 'update' : 'create'
}

/** `shop-agent:v1` of a reference. */
export function shortName(reference: Reference): string {
  const tag = reference.tag ?? (reference.digest ? undefined : 'latest')
  return `${familiarName(reference.path)}${tag ? `:${tag}` : ''}${reference.digest ? `@${reference.digest}` : ''}`
}
