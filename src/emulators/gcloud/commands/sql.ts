import { needApi, needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import type { Reply } from '../output.ts'
import type { Project, SqlInstance } from '../state.ts'

const json = (project: Project, instance: SqlInstance): JsonObject => ({
  backendType: 'SECOND_GEN',
  connectionName: `${project.id}:${instance.region}:${instance.name}`,
  databaseVersion: instance.version,
  instanceType: 'CLOUD_SQL_INSTANCE',
  kind: 'sql#instance',
  name: instance.name,
  project: project.id,
  region: instance.region,
  state: 'RUNNABLE',
})

const projectFor = (invocation: GcloudInvocation): Project => {
  const project = projectOf(invocation)
  needApi(invocation, project, 'sqladmin.googleapis.com')
  needPermission(invocation, project, 'cloudsql.instances.get', { resource: `projects/${project.id}` })
  return project
}

const find = (invocation: GcloudInvocation, name: string): { project: Project; instance: SqlInstance } => {
  const project = projectFor(invocation)
  const instance = project.sql.get(name)
  if (instance === undefined) throw new GcloudFailure('HTTPError 404: The Cloud SQL instance does not exist.')
  invocation.effect('read', 'sql.instance', name)
  return { project, instance }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, instance } = find(invocation, invocation.argument('INSTANCE'))
  return { resources: json(project, instance) }
}

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectFor(invocation)
  invocation.effect('read', 'sql.instance', 'all')
  return {
    resources: [...project.sql.values()].map((instance) => json(project, instance)),
    layout: 'table(name,databaseVersion,region:label=LOCATION,state:label=STATUS)',
  }
}

const listDatabases = (invocation: GcloudInvocation): Reply => {
  const { instance } = find(invocation, invocation.flag('--instance') ?? '')
  const resources = instance.databases.map((name) => ({ charset: 'UTF8', collation: 'en_US.UTF8', name }))
  return { resources, layout: 'table(name,charset,collation)' }
}

const createDatabase = (invocation: GcloudInvocation): Reply => {
  const { instance } = find(invocation, invocation.flag('--instance') ?? '')
  const name = invocation.argument('DATABASE')
  if (instance.databases.includes(name))
    throw new GcloudFailure(
      `HTTPError 400: Invalid request: failed to create database ${name}. Detail: pq: database "${name}" already exists`,
    )
  instance.databases.push(name)
  invocation.effect('create', 'sql.database', `${instance.name}/${name}`)
  return { stderr: `Creating Cloud SQL database...done.\nCreated database [${name}].\n` }
}

/** `gcloud sql`. */
export const SQL_COMMANDS: CloudCommands = {
  'sql instances describe': { flags: [], run: describe },
  'sql instances list': { flags: [], run: list },
  'sql databases list': { flags: ['--instance'], run: listDatabases },
  'sql databases create': { flags: ['--instance'], run: createDatabase },
}
