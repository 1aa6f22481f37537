import type { AppStart } from './images/model.ts'

/** A container Cloud Run starts. */
export interface ContainerStart {
  /** Name and digest, `europe-west1-docker.pkg.dev/p/r/app@sha256:…`. */
  image: string
  name: string
  /** Replace the image's own when not empty. */
  command: readonly string[]
  args: readonly string[]
  env: Readonly<Record<string, string>>
  port: number
  /** As gcloud has them: `1Gi`, `2`, `500m`. */
  memory: string
  cpu: string
  /** Told each line it writes, for as long as it runs. */
  log(line: string): void
}

/** A real engine behind the emulated cloud. A world without one models what images do. */
export interface RealEngine {
  start(start: ContainerStart): Promise<AppStart>
  /** Ends a container, by its name; nothing where there is none. */
  stop(name: string): Promise<void>
  /** Runs `docker` in a directory of the laptop's upload, logged in to `hosts` with an access token. */
  docker(
    args: readonly string[],
    options: { directory: string; hosts: readonly string[]; token: string },
  ): Promise<{ stdout: string; stderr: string; exitCode: number }>
}
