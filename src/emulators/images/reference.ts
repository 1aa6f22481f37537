import type { Reference } from './model.ts'

const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const HOST = /^(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(?::[0-9]+)?$/
const TAG = /^\w[\w.-]{0,127}$/
const DIGEST = /^sha256:[0-9a-f]{64}$/

/** A reference by Docker's rules (distribution/reference), or undefined when its format is invalid. */
export function parseReference(text: string): Reference | undefined {
  const { name, tag, digest } = splitReference(text)
  const { host, repository } = splitHost(name)
  if (/^[0-9a-f]{64}$/.test(text) || !HOST.test(host)) return undefined
  if (!repository.split('/').every((component) => COMPONENT.test(component))) return undefined
  if ((tag !== undefined && !TAG.test(tag)) || (digest !== undefined && !DIGEST.test(digest))) return undefined
  return { host, path: `${host}/${repository}`, tag: tag ?? (digest ? undefined : 'latest'), digest, text }
}

/** Docker's words for a reference that `parseReference` refuses. */
export function referenceProblem(text: string): string {
  const { host, repository } = splitHost(splitReference(text).name)
  const lower = `${host}/${repository.toLowerCase()}`
  if (repository !== repository.toLowerCase() && parseReference(lower))
    return `invalid reference format: repository name (${repository}) must be lowercase`
  return 'invalid reference format'
}

/** The short form people use: `docker.io/library/python` is `python`. */
export function familiarName(path: string): string {
  return path.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, '')
}

/** `docker.io/library/python:3.12`, `…@sha256:…`. */
export function canonicalName(reference: Reference): string {
  const tag = reference.tag === undefined ? '' : `:${reference.tag}`
  return `${reference.path}${tag}${reference.digest ? `@${reference.digest}` : ''}`
}

function splitReference(text: string): { name: string; tag?: string; digest?: string } {
  const at = text.indexOf('@')
  const named = at < 0 ? text : text.slice(0, at)
  const digest = at < 0 ? {} : { digest: text.slice(at + 1) }
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  if (colon < 0) return { name: named, ...digest }
  return { name: named.slice(0, colon), tag: named.slice(colon + 1), ...digest }
}

function splitHost(name: string): { host: string; repository: string } {
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  if (/[.:]/.test(first) || first === 'localhost') return hub(first, name.slice(slash + 1))
  return hub('docker.io', name)
}

function hub(host: string, repository: string): { host: string; repository: string } {
  const official = host === 'index.docker.io' ? 'docker.io' : host
  return {
    host: official,
    repository: official === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository,
  }
}
