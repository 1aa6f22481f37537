import type { Seed } from '#schema/seed.ts'
import { baseImages } from './base-image.ts'
import { sha256 } from './digest.ts'
import type { Image, Reference, Registries } from './model.ts'
import { parseReference } from './reference.ts'

interface Repository {
  /** Tag to digest. */
  tags: Map<string, string>
  /** Digest to its variants, one per platform. */
  manifests: Map<string, readonly Image[]>
}

/** The registries of a world: they serve the seed's base images and accept what is allowed. */
export function createRegistries(seed: Pick<Seed, 'baseImages'>): Registries {
  const store = new Store()
  for (const declared of seed.baseImages) {
    const reference = parseReference(declared.name)
    const [first, ...others] = baseImages(declared)
    if (reference && first) store.push(reference, first, others)
  }
  return store
}

class Store implements Registries {
  readonly #allowed = new Set<string>()
  readonly #repositories = new Map<string, Repository>()

  allow(prefix: string): void {
    this.#allowed.add(prefix)
  }

  forbid(prefix: string): void {
    this.#allowed.delete(prefix)
  }

  isAllowed(path: string): boolean {
    return [...this.#allowed].some((prefix) => path === prefix || path.startsWith(`${prefix}/`))
  }

  push(reference: Reference, image: Image, others: readonly Image[] = []): string {
    const digest = others.length > 0 ? indexDigest([image, ...others]) : image.digest
    const repository = this.#repositories.get(reference.path) ?? { tags: new Map(), manifests: new Map() }
    this.#repositories.set(reference.path, repository)
    repository.manifests.set(digest, [image, ...others])
    if (reference.tag !== undefined) repository.tags.set(reference.tag, digest)
    return digest
  }

  find(reference: Reference, platform?: string): Image | undefined {
    const variants = this.#variants(reference)
    if (platform !== undefined) return variants.find((image) => image.platform === platform)
    return variants.find((image) => image.platform === 'linux/amd64') ?? variants[0]
  }

  digestOf(reference: Reference): string | undefined {
    const repository = this.#repositories.get(reference.path)
    const digest = reference.digest ?? repository?.tags.get(reference.tag ?? 'latest')
    return digest !== undefined && repository?.manifests.has(digest) ? digest : undefined
  }

  platformsOf(reference: Reference): readonly string[] {
    return this.#variants(reference).map((image) => image.platform)
  }

  list(prefix: string): readonly { path: string; image: Image; tags: readonly string[] }[] {
    return [...this.#repositories]
      .filter(([path]) => path === prefix || path.startsWith(`${prefix.replace(/\/$/, '')}/`))
      .flatMap(([path, repository]) => listRepository(path, repository))
  }

  untag(path: string, tag: string): void {
    this.#repositories.get(path)?.tags.delete(tag)
  }

  remove(path: string, digest: string): void {
    const repository = this.#repositories.get(path)
    repository?.manifests.delete(digest)
    for (const [tag, tagged] of repository?.tags ?? []) if (tagged === digest) repository?.tags.delete(tag)
  }

  #variants(reference: Reference): readonly Image[] {
    const digest = this.digestOf(reference)
    return digest === undefined ? [] : (this.#repositories.get(reference.path)?.manifests.get(digest) ?? [])
  }
}

function listRepository(path: string, repository: Repository) {
  return [...repository.manifests].flatMap(([digest, [first]]) => {
    const tags = [...repository.tags].filter(([, tagged]) => tagged === digest).map(([tag]) => tag)
    return first ? [{ path, image: { ...first, digest }, tags: tags.sort() }] : []
  })
}

function indexDigest(images: readonly Image[]): string {
  return `sha256:${sha256(images.map((image) => `${image.platform} ${image.digest}`).join('\n'))}`
}
