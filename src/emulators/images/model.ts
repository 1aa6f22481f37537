import type { HttpRequest, HttpResponse, NetworkFailure } from '../network/network.ts'

/** A container image, as built by a Dockerfile or served by a registry. */
export interface Image {
  /** `sha256:…` of its content; the same inputs give the same digest. */
  digest: string
  platform: string
  createdAt: number
  bytes: number
  entrypoint: readonly string[]
  command: readonly string[]
  env: Readonly<Record<string, string>>
  ports: readonly number[]
  directory: string
  user: string
  labels: Readonly<Record<string, string>>
  healthcheck: Healthcheck | undefined
  /** Files it holds: path in the image to text. A path ending in `/` is an empty directory. */
  files: Readonly<Record<string, string>>
  /** Programs `exec` and RUN find in it, besides executable files under its PATH. */
  programs: readonly string[]
}

/** How the engine probes a container. Times in milliseconds. */
export interface Healthcheck {
  /** `['CMD-SHELL', text]` or `['CMD', …argv]`. */
  test: readonly string[]
  intervalMs: number
  timeoutMs: number
  startPeriodMs: number
  retries: number
}

/** Registries of the emulated internet, by full repository path, `docker.io/library/python` or `europe-west1-docker.pkg.dev/my-project/shop/agent`. */
export interface Registries {
  /** Declares that images may be pushed under a path; pkg.dev repositories are created by gcloud. */
  allow(prefix: string): void
  forbid(prefix: string): void
  isAllowed(path: string): boolean
  /** `others` are the same image for other platforms, pushed together as one index. Returns the digest the tag now has. */
  push(reference: Reference, image: Image, others?: readonly Image[]): string
  /** By tag or digest. Without a platform: the linux/amd64 variant, else the first. */
  find(reference: Reference, platform?: string): Image | undefined
  /** Digest of what a tag or digest names; differs from the image's own digest for an index. */
  digestOf(reference: Reference): string | undefined
  /** Platforms of what a tag or digest names; empty when unknown. */
  platformsOf(reference: Reference): readonly string[]
  /** Tags by digest of every image under a path prefix. */
  list(prefix: string): readonly { path: string; image: Image; tags: readonly string[] }[]
  untag(path: string, tag: string): void
  remove(path: string, digest: string): void
}

/** A parsed image reference, defaults filled in: `python` is docker.io/library/python:latest. */
export interface Reference {
  host: string
  /** Path with host: `docker.io/library/python`. */
  path: string
  tag: string | undefined
  digest: string | undefined
  /** As typed. */
  text: string
}

/** What happens when an image's command starts. `exited` carries the log it leaves. */
export type AppStart =
  | {
      state: 'listening'
      /** Port reachable from outside the container; 0 when none is (no server, or bound to loopback only). */
      port: number
      /** Port reachable from inside the container; 0 when nothing listens. */
      localPort: number
      log: readonly string[]
      /** Whether the server writes a line per request to its log. */
      accessLog: boolean
      handle: (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>
    }
  | { state: 'exited'; exitCode: number; log: readonly string[] }

/** An image that holds nothing, `scratch`. */
export const EMPTY_IMAGE: Image = {
  digest: '',
  platform: '',
  createdAt: 0,
  bytes: 0,
  entrypoint: [],
  command: [],
  env: {},
  ports: [],
  directory: '/',
  user: '',
  labels: {},
  healthcheck: undefined,
  files: {},
  programs: [],
}
