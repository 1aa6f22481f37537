import type { AppStart, Image } from '../../images/model.ts'
import type { Policy } from '../policy.ts'

/** Where a variable of a container comes from. */
export type EnvSource = { kind: 'literal'; value: string } | { kind: 'secret'; secret: string; version: string }

/** What a revision runs, and how. */
export interface Template {
  image: string
  port: number
  env: Record<string, EnvSource>
  serviceAccount: string
  cloudSql: readonly string[]
  memory: string
  cpu: string
  concurrency: number
  timeoutSeconds: number
  minInstances: number | undefined
  maxInstances: number | undefined
  command: readonly string[]
  args: readonly string[]
  labels: Readonly<Record<string, string>>
  cpuBoost: boolean
  cpuThrottling: boolean
  executionEnvironment: string | undefined
  sessionAffinity: boolean
  startupProbe: Readonly<Record<string, string>> | undefined
  livenessProbe: Readonly<Record<string, string>> | undefined
}

export interface Revision {
  name: string
  template: Template
  image: Image
  /** Digest the image's reference had when it was deployed. */
  imageDigest: string
  createdAt: number
  creator: string
  /** A message when it could not start. */
  failure: string | undefined
  /** What its instances run; undefined until it started. */
  instance: Extract<AppStart, { state: 'listening' }> | undefined
}

/** Share of the traffic. `revision` is undefined for the latest ready one. */
export interface TrafficTarget {
  revision: string | undefined
  percent: number
  tag: string | undefined
}

export interface RunService {
  name: string
  region: string
  createdAt: number
  creator: string
  generation: number
  ingress: string
  /** Audiences it accepts in tokens, besides its own addresses. */
  customAudiences: readonly string[]
  description: string
  labels: Record<string, string>
  policy: Policy
  revisions: Revision[]
  traffic: TrafficTarget[]
  /** Requests owed to each revision by the split so far. */
  credit: Map<string, number>
  /** Why the last deployment is not ready. */
  failure: string | undefined
}

/** The newest revision that started. */
export const latestReady = (service: RunService): Revision | undefined =>
  service.revisions.findLast((revision) => revision.failure === undefined)

/** The newest revision, whether it started or not. */
export const latestCreated = (service: RunService): Revision | undefined => service.revisions.at(-1)
