import { NotModelled } from '../../model.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Found, Scope } from '../resource/declaration.ts'
import { defineResource } from '../resource/define.ts'
import { find } from '../resource/find.ts'
import { newDatabase, type SqlDatabase, type SqlInstance, type SqlUser } from '../sql/model.ts'
import { needIdle, operationOn } from '../sql/operation.ts'
import { deletionProtected, noInstance, notRunning, unauthorized } from '../sql/refusals.ts'

/** The API of Cloud SQL. */
export const SQL_API = 'sqladmin.googleapis.com'

/** `gcloud sql instances`. */
export const SQL_INSTANCES = defineResource<SqlInstance>({
  group: 'sql instances',
  kind: 'sql.instance',
  noun: 'instance',
  api: SQL_API,
  path: 'projects/{project}/instances/{name}',
  kept: ({ project }) => project.sql,
  refuse: unauthorized,
  permissionFirst: true,
  missing: noInstance,
  json: (instance, { project }) => ({
    backendType: 'SECOND_GEN',
    connectionName: `${project.id}:${instance.region}:${instance.name}`,
    databaseVersion: instance.version,
    instanceType: 'CLOUD_SQL_INSTANCE',
    kind: 'sql#instance',
    name: instance.name,
    project: project.id,
    region: instance.region,
    settings: {
      availabilityType: instance.settings.availability,
      backupConfiguration: {
        backupRetentionSettings: { retainedBackups: instance.settings.retainedBackups, retentionUnit: 'COUNT' },
        enabled: true,
        kind: 'sql#backupConfiguration',
      },
      deletionProtectionEnabled: instance.settings.deletionProtected,
      kind: 'sql#settings',
    },
    state: instance.state,
  }),
  describe: { permission: 'cloudsql.instances.get' },
  list: {
    permission: 'cloudsql.instances.get',
    layout: 'table(name,databaseVersion,region:label=LOCATION,state:label=STATUS)',
  },
  delete: {
    permission: 'cloudsql.instances.delete',
    ask: () => 'All of the instance data will be lost when the instance is deleted.',
    isQuietAfterNo: true,
    check: ({ project, one }) => {
      if (one.settings.deletionProtected) throw deletionProtected()
      needIdle(project, one.name)
    },
    done: ({ project, name }) =>
      `Deleting Cloud SQL instance...done.\nDeleted [https://sqladmin.googleapis.com/sql/v1beta4/projects/${project.id}/instances/${name}].\n`,
  },
})

/** The instance a call names: reading it comes first. */
export const findInstance = (invocation: GcloudInvocation): Found<SqlInstance> => {
  const argument = invocation.flag('--instance') ?? ''
  const found = find(SQL_INSTANCES, invocation, { permission: 'cloudsql.instances.get', argument })
  invocation.effect('read', SQL_INSTANCES.kind, found.name)
  return found
}

/** The instance that holds it, which answers unless it is being restored. */
const INSTANCE = {
  flag: '--instance',
  find(invocation: GcloudInvocation): string {
    const { project, name } = findInstance(invocation)
    if (operationOn(project, name)?.type === 'RESTORE_VOLUME') throw notRunning()
    return name
  },
}

const ofInstance = <One>(pick: (instance: SqlInstance) => Map<string, One>) => ({
  kept: ({ project, within }: Scope) => {
    const instance = project.sql.get(within)
    return instance === undefined ? new Map<string, One>() : pick(instance)
  },
  key: ({ name }: { name: string }) => name,
  effectName: ({ within, name }: Scope & { name: string }) => `${within}/${name}`,
})

/** `gcloud sql databases`. */
export const SQL_DATABASES = defineResource<SqlDatabase>({
  group: 'sql databases',
  kind: 'sql.database',
  noun: 'database',
  api: SQL_API,
  path: 'projects/{project}/instances/{within}/databases/{name}',
  within: INSTANCE,
  ...ofInstance(({ data }) => data.databases),
  refuse: unauthorized,
  permissionFirst: true,
  missing: () => new GcloudFailure('HTTPError 404: Not Found'),
  exists: ({ name }) =>
    new GcloudFailure(
      `HTTPError 400: Invalid request: failed to create database ${name}. Detail: pq: database "${name}" already exists`,
    ),
  json: ({ name, charset, collation }, { project, within }) => ({
    charset,
    collation,
    instance: within,
    kind: 'sql#database',
    name,
    project: project.id,
  }),
  create: {
    permission: 'cloudsql.databases.create',
    flags: [],
    make: (_, { name }) => newDatabase(name),
    done: ({ name }) => `Creating Cloud SQL database...done.\nCreated database [${name}].\n`,
  },
  describe: { permission: 'cloudsql.databases.get' },
  list: {
    permission: 'cloudsql.databases.list',
    layout: 'table(name,charset,collation)',
    readName: () => undefined,
  },
  delete: {
    permission: 'cloudsql.databases.delete',
    ask: () =>
      'The database will be deleted. Any data stored in the database will be destroyed. You cannot undo this action.',
    done: ({ name }) => `Deleting Cloud SQL database...done.\nDeleted database [${name}].\n`,
  },
})

/** `gcloud sql users`. */
export const SQL_USERS = defineResource<SqlUser>({
  group: 'sql users',
  kind: 'sql.user',
  noun: 'user',
  api: SQL_API,
  path: 'projects/{project}/instances/{within}/users/{name}',
  within: INSTANCE,
  ...ofInstance(({ data }) => data.users),
  refuse: unauthorized,
  permissionFirst: true,
  missing: () => new GcloudFailure('HTTPError 404: Not Found'),
  json: ({ name, type }, { project, within }) => ({
    host: '',
    instance: within,
    kind: 'sql#user',
    name,
    project: project.id,
    type: type === 'BUILT_IN' ? undefined : type,
  }),
  create: {
    permission: 'cloudsql.users.create',
    flags: ['--password', '--type'],
    check: (_, { project, within, name }) => {
      // Cloud SQL changes the password of one that is there; what gcloud says of it is not known here.
      if (project.sql.get(within)?.data.users.has(name))
        throw new NotModelled(`the creation of the user ${name} once more`)
    },
    make: (invocation, { name }) => ({ name, type: (invocation.flag('--type') ?? 'BUILT_IN').toUpperCase() }),
    done: ({ name }) => `Creating Cloud SQL user...done.\nCreated user [${name}].\n`,
  },
  describe: { permission: 'cloudsql.users.get' },
  list: {
    permission: 'cloudsql.users.list',
    layout: "table(name.yesno(no='(anonymous)'),host,type.yesno(no='BUILT_IN'),passwordPolicy)",
    readName: () => undefined,
  },
  delete: {
    permission: 'cloudsql.users.delete',
    ask: ({ name }) =>
      `${name} will be deleted. New connections can no longer be made using this user. Existing connections are not affected.`,
    done: () => 'Deleting Cloud SQL user...done.\n',
  },
})
