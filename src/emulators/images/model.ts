import type { HttpRequest, HttpResponse } from '../network/network.ts'

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
  healthcheck: readonly string[] | undefined
  /** Files copied in: path in the image to text. */
  files: Readonly<Record<string, string>>
  /** Programs `exec` and RUN find in it. */
  programs: readonly string[]
}

/** Registries of the emulated internet, by full repository path, `docker.io/library/python` or `europe-west1-docker.pkg.dev/my-project/carblau/agent`. */
export interface Registries {
  /** Declares that images may be pushed under a path; pkg.dev repositories are created by gcloud. */
  allow(prefix: string): void
  forbid(prefix: string): void
  isAllowed(path: string): boolean
  push(reference: Reference, image: Image): void
  /** By tag or digest. */
  find(reference: Reference): Image | undefined
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
      port: number
      log: readonly string[]
      handle: (request: HttpRequest) => Promise<HttpResponse>
    }
  | { state: 'exited'; exitCode: number; log: readonly string[] }
