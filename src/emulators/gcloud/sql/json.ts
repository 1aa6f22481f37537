import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Project } from '../state.ts'
import type { SqlBackup, SqlOperation } from './model.ts'
import { operationLink } from './operation.ts'

const API = 'https://sqladmin.googleapis.com/sql/v1beta4'

interface OfInstance {
  project: Project
  /** The instance. */
  within: string
}

/** The name of a backup in its project, by which it outlives what its id is counted in. */
export const backupName = ({ project, within }: OfInstance, { id }: SqlBackup): string =>
  `projects/${project.id}/backups/${uuid(`${within} ${id}`)}`

/** A backup as its instance has it. */
export const backupRunJson = (backup: SqlBackup, { project, within }: OfInstance): JsonObject => ({
  backupKind: 'SNAPSHOT',
  databaseVersion: backup.version,
  description: backup.description,
  endTime: backup.endedAt === undefined ? undefined : iso(backup.endedAt),
  enqueuedTime: iso(backup.startedAt),
  id: backup.id,
  instance: within,
  kind: 'sql#backupRun',
  location: backup.region,
  selfLink: `${API}/projects/${project.id}/instances/${within}/backupRuns/${backup.id}`,
  startTime: iso(backup.startedAt),
  status: backup.status,
  type: 'ON_DEMAND',
  windowStartTime: iso(backup.startedAt),
})

/** A backup as its project has it. */
export const backupJson = (backup: SqlBackup, of: OfInstance): JsonObject => {
  const name = backupName(of, backup)
  return {
    backupInterval: {
      endTime: backup.endedAt === undefined ? undefined : iso(backup.endedAt),
      startTime: iso(backup.startedAt),
    },
    backupKind: 'SNAPSHOT',
    backupRun: `projects/${of.project.id}/instances/${of.within}/backupRuns/${backup.id}`,
    databaseVersion: backup.version,
    description: backup.description,
    instance: of.within,
    kind: 'sql#backup',
    location: backup.region,
    name,
    selfLink: `${API}/${name}`,
    state: backup.status,
    type: 'ON_DEMAND',
  }
}

/** Work on an instance. */
export const operationJson = (operation: SqlOperation, project: Project): JsonObject => ({
  backupContext:
    operation.type === 'BACKUP_VOLUME'
      ? {
          backupId: operation.backup.id,
          kind: 'sql#backupContext',
          name: backupName({ project, within: operation.instance }, operation.backup),
        }
      : undefined,
  endTime: operation.isDone ? iso(operation.endsAt) : undefined,
  insertTime: iso(operation.startedAt),
  kind: 'sql#operation',
  name: operation.name,
  operationType: operation.type,
  selfLink: operationLink(project, operation),
  startTime: iso(operation.startedAt),
  status: operation.isDone ? 'DONE' : 'RUNNING',
  targetId: operation.instance,
  targetLink: `${API}/projects/${project.id}/instances/${operation.instance}`,
  targetProject: project.id,
  user: operation.user,
})
