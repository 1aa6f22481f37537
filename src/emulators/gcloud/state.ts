import type { CloudSeed } from '#schema/seed.ts'
import { digits } from './names.ts'
import type { Policy } from './policy.ts'
import type { RunService } from './run/service-state.ts'
import { newInstance, type SqlInstance, type SqlOperation } from './sql/model.ts'

export interface Repository {
  name: string
  location: string
  format: string
  description: string
  labels: Record<string, string>
  immutableTags: boolean
  policy: Policy
  createdAt: number
}

export interface SecretVersion {
  number: number
  value: string
  state: 'ENABLED' | 'DISABLED' | 'DESTROYED'
  createdAt: number
}

export interface Secret {
  name: string
  labels: Record<string, string>
  /** Empty for automatic replication. */
  locations: readonly string[]
  versions: SecretVersion[]
  policy: Policy
  createdAt: number
}

export interface ServiceAccount {
  email: string
  displayName: string
  description: string
  disabled: boolean
  uniqueId: string
  policy: Policy
}

export interface Build {
  id: string
  region: string
  status: 'SUCCESS' | 'FAILURE'
  createdAt: number
  images: readonly string[]
  source: string
  log: string
  /** Where its file says the log is kept, `CLOUD_LOGGING_ONLY`. */
  logging?: string
  /** The trigger that started it, and what it filled in. */
  trigger?: { id: string; substitutions: Readonly<Record<string, string>> }
}

export interface Trigger {
  name: string
  location: string
  filters: Record<string, string>
  service: string
  serviceRegion: string
  path: string
  serviceAccount: string
  labels: Record<string, string>
  createdAt: number
}

/** An object of Cloud Storage. */
export interface StoredObject {
  /** Its whole name, `raw-uploads/photo.jpg`. */
  name: string
  bytes: Uint8Array
  contentType: string
  createdAt: number
  /** Microseconds since 1970: a new one for every upload. */
  generation: number
}

export interface Bucket {
  name: string
  /** As the API has it, `EUROPE-WEST1`. */
  location: string
  createdAt: number
  storageClass: string
  policy: Policy
  objects: Map<string, StoredObject>
}

/** A database of Firestore. */
export interface FirestoreDatabase {
  name: string
  /** `eur3`, `europe-west1` … */
  location: string
  createdAt: number
  /** By the path below the database's documents, `images/one`. */
  documents: Map<string, FirestoreDocument>
}

export interface FirestoreDocument {
  /** Values as the API has them: `{ status: { stringValue: 'done' } }`. */
  fields: Record<string, unknown>
  createdAt: number
  updatedAt: number
}

export interface LogEntry {
  timestamp: number
  severity: string
  logName: string
  service: string
  revision: string
  region: string
  text?: string
  request?: { method: string; url: string; status: number; userAgent: string }
}

export interface Project {
  id: string
  number: string
  name: string
  billing: boolean
  createdAt: number
  /** APIs enabled. */
  services: Set<string>
  policy: Policy
  repositories: Map<string, Repository>
  secrets: Map<string, Secret>
  serviceAccounts: Map<string, ServiceAccount>
  sql: Map<string, SqlInstance>
  /** The newest first. */
  sqlOperations: Map<string, SqlOperation>
  /** By `region/name`. */
  run: Map<string, RunService>
  builds: Build[]
  /** Connected to Cloud Build. */
  gitRepositories: CloudSeed['gitRepositories']
  triggers: Map<string, Trigger>
  buckets: Map<string, Bucket>
  firestore: Map<string, FirestoreDatabase>
  logs: LogEntry[]
  /** Resources only their declarations know, by kind and key. */
  resources: Map<string, Map<string, unknown>>
}

/** An identity token the world issued. */
export interface Token {
  email: string
  audience: string
}

/** What Google Cloud holds during a run. Owned by the gcloud emulator. */
export interface CloudState {
  /** Accounts logged in on the laptop; the first is active unless `core/account` says otherwise. */
  accounts: string[]
  /** Properties set with `gcloud config set`, `core/project`. */
  properties: Map<string, string>
  projects: Map<string, Project>
  /** Domains shown to be the account's. */
  domains: CloudSeed['domains']
  identityTokens: Map<string, Token>
  accessTokens: Map<string, string>
  /** The moment of what is being delivered, while something is. */
  delivering?: number
  /** Counts what was issued, so that names are the same in every run. */
  sequence: number
}

/** The cloud before a run. Inputs are already filled in; the account has its roles through project policies. */
export const createCloud = (seed: CloudSeed): CloudState => {
  const projects = new Map(seed.projects.map((project) => [project.id, createProject(seed, project)]))
  for (const instance of seed.sqlInstances) {
    projects.get(instance.project)?.sql.set(instance.name, newInstance(instance))
  }
  for (const { project, name, location } of seed.buckets) {
    projects.get(project)?.buckets.set(name, newBucket({ name, location, createdAt: 0 }))
  }
  for (const { project, email } of seed.serviceAccounts) {
    projects.get(project)?.serviceAccounts.set(email, newServiceAccount(email))
  }
  for (const { project, name, location } of seed.firestore) {
    projects.get(project)?.firestore.set(name, newFirestore({ name, location, createdAt: 0 }))
  }
  return {
    domains: seed.domains,
    accounts: [seed.account],
    properties: new Map([['core/account', seed.account]]),
    projects,
    identityTokens: new Map(),
    accessTokens: new Map(),
    sequence: 0,
  }
}

const createProject = (seed: CloudSeed, project: CloudSeed['projects'][number]): Project => ({
  id: project.id,
  number: project.number,
  name: project.name,
  billing: project.billing,
  createdAt: 0,
  services: new Set(project.services),
  policy: project.roles.map((role) => ({ role, members: [`user:${seed.account}`] })),
  repositories: new Map(),
  secrets: new Map(),
  serviceAccounts: new Map(),
  sql: new Map(),
  sqlOperations: new Map(),
  run: new Map(),
  builds: [],
  gitRepositories: seed.gitRepositories.filter((repository) => repository.project === project.id),
  triggers: new Map(),
  buckets: new Map(),
  firestore: new Map(),
  logs: [],
  resources: new Map(),
})

/** A service account without a name or a policy. */
export const newServiceAccount = (email: string): ServiceAccount => ({
  email,
  displayName: '',
  description: '',
  disabled: false,
  uniqueId: `1${digits(email, 20)}`,
  policy: [],
})

/** An empty bucket. */
export const newBucket = ({ name, location, createdAt }: Pick<Bucket, 'name' | 'location' | 'createdAt'>): Bucket => ({
  name,
  location: location.toUpperCase(),
  createdAt,
  storageClass: 'STANDARD',
  policy: [],
  objects: new Map(),
})

/** A database of Firestore without documents. */
export const newFirestore = (database: Omit<FirestoreDatabase, 'documents'>): FirestoreDatabase => ({
  ...database,
  documents: new Map(),
})
