import type { Healthcheck, Image } from '../images/model.ts'
import type { HttpRequest, HttpResponse, NetworkFailure } from '../network/network.ts'
import type { RedisStore } from '../redis/store.ts'

/** What the container engine holds during a run. */
export interface DockerState {
  /** Local images: `repository:tag` (canonical) to image; untagged ones under their digest. */
  tags: Map<string, Image>
  dangling: Map<string, Image>
  containers: Map<string, Container>
  networks: Map<string, EngineNetwork>
  volumes: Map<string, Volume>
  /** Registry host to the user logged in. */
  logins: Map<string, string>
  /** Grows by one per created object; names and ids derive from it. */
  created: number
  /** The buildx builder in use; `default` is the engine itself. */
  builder: string
  builders: Set<string>
  /** Where a port is published that names no address. */
  publishIp: string
}

export interface Container {
  id: string
  name: string
  image: Image
  /** As the user named it. */
  imageName: string
  createdAt: number
  startedAt: number
  finishedAt: number
  state: 'created' | 'running' | 'restarting' | 'exited'
  exitCode: number
  /** It ran when the engine was stopped. */
  wasRunning?: boolean
  env: Readonly<Record<string, string>>
  ports: readonly PublishedPort[]
  networks: readonly string[]
  volumes: readonly string[]
  restart: string
  autoRemove: boolean
  healthcheck: Healthcheck | undefined
  labels: Readonly<Record<string, string>>
  memory: number
  cpus: number
  hosts: readonly string[]
  log: LogLine[]
  /** Outcome of its health check, once it is due. */
  isProbeGood: boolean
  /** How the app inside answers while it runs. */
  app: RunningApp | undefined
  /** What it holds while it runs, where it is a Redis. */
  redis?: RedisStore
}

interface RunningApp {
  port: number
  localPort: number
  accessLog: boolean
  handle: (request: HttpRequest) => Promise<HttpResponse | NetworkFailure>
}

export interface LogLine {
  at: number
  stream: 'stdout' | 'stderr'
  text: string
}

export interface PublishedPort {
  ip: string
  host: number
  container: number
  protocol: 'tcp' | 'udp'
}

export interface EngineNetwork {
  id: string
  name: string
  driver: string
  createdAt: number
  labels: Readonly<Record<string, string>>
}

interface Volume {
  name: string
  /** The dump a Redis left in it. */
  dump?: string
  createdAt: number
  labels: Readonly<Record<string, string>>
}

/** An engine as freshly installed. */
export function createDockerState(): DockerState {
  const names = [
    ['bridge', 'bridge'],
    ['host', 'host'],
    ['none', 'null'],
  ] as const
  const networks = names.map(([name, driver]) => [name, { id: '', name, driver, createdAt: 0, labels: {} }] as const)
  return {
    tags: new Map(),
    dangling: new Map(),
    containers: new Map(),
    networks: new Map(networks),
    volumes: new Map(),
    logins: new Map(),
    created: 0,
    builder: 'default',
    builders: new Set(['default']),
    publishIp: '0.0.0.0',
  }
}
