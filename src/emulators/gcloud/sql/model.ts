import type { CloudSeed } from '#schema/seed.ts'

export interface SqlInstance {
  name: string
  region: string
  version: string
  state: 'RUNNABLE' | 'PENDING_CREATE'
  settings: SqlSettings
  data: SqlData
  /** By id, the newest first. They go with their instance. */
  backups: Map<string, SqlBackup>
}

/** What a backup keeps of an instance besides its data, for a new one made of it. */
export interface SqlSettings {
  availability: 'ZONAL' | 'REGIONAL'
  deletionProtected: boolean
  /** How many of the backups made every day are kept. */
  retainedBackups: number
}

/** What a backup saves, and a restore puts in the place of what is there. */
export interface SqlData {
  databases: Map<string, SqlDatabase>
  users: Map<string, SqlUser>
}

export interface SqlDatabase {
  name: string
  charset: string
  collation: string
}

export interface SqlUser {
  name: string
  /** `BUILT_IN`, `CLOUD_IAM_USER` … */
  type: string
}

/** A backup of an instance, made on demand. */
export interface SqlBackup {
  id: string
  description: string | undefined
  status: 'RUNNING' | 'SUCCESSFUL'
  startedAt: number
  endedAt?: number
  version: string
  region: string
  settings: SqlSettings
  data: SqlData
}

/** Work on an instance that takes time: nothing else changes the instance meanwhile. */
export interface SqlOperation {
  name: string
  type: 'BACKUP_VOLUME' | 'DELETE_BACKUP' | 'RESTORE_VOLUME'
  instance: string
  user: string
  startedAt: number
  endsAt: number
  isDone: boolean
  /** The backup it makes, deletes or restores. */
  backup: SqlBackup
}

/** How many Cloud SQL keeps where nothing else is asked for, as after a restore (cloud.google.com/sql/docs/postgres/backup-recovery/restore). */
export const RETAINED_BACKUPS = 7

/** An instance as the seed has it. */
export const newInstance = (seed: CloudSeed['sqlInstances'][number]): SqlInstance => ({
  name: seed.name,
  region: seed.region,
  version: seed.version,
  state: 'RUNNABLE',
  settings: {
    availability: 'ZONAL',
    deletionProtected: seed.deletionProtected,
    retainedBackups: seed.retainedBackups,
  },
  data: {
    databases: new Map(seed.databases.map((name) => [name, newDatabase(name)])),
    users: new Map([['postgres', { name: 'postgres', type: 'BUILT_IN' }]]),
  },
  backups: new Map(),
})

/** A database of PostgreSQL, as it is made where nothing else is asked for. */
export const newDatabase = (name: string): SqlDatabase => ({ name, charset: 'UTF8', collation: 'en_US.UTF8' })
