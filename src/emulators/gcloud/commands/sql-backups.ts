import { projectOf } from '../access.ts'
import type { CloudCommand, CloudCommands } from '../command.ts'
import { SQL_INSTANCES } from '../declared/sql.ts'
import { SQL_BACKUPS, SQL_OPERATIONS } from '../declared/sql-backups.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { fill } from '../resource/address.ts'
import { find, needApiOf, needPermissionOn } from '../resource/find.ts'
import { backupJson, backupName, operationJson } from '../sql/json.ts'
import type { SqlBackup, SqlInstance, SqlOperation } from '../sql/model.ts'
import { beginOperation, copyOf, needIdle, operationLink, waitForOperation } from '../sql/operation.ts'
import { noBackup, noInstance, notValid, unfinishedBackup } from '../sql/refusals.ts'
import type { Project } from '../state.ts'

/** How long gcloud waits by itself (googlecloudsdk/api_lib/sql/operations.py). */
const PATIENCE_S = 600

const create = (invocation: GcloudInvocation): Promise<Reply> => {
  const argument = invocation.flag('--instance') ?? ''
  const { project, one } = find(SQL_INSTANCES, invocation, { permission: 'cloudsql.backupRuns.create', argument })
  needIdle(project, one.name)
  const backup = newBackup(invocation, one)
  one.backups = new Map([[backup.id, backup], ...one.backups])
  invocation.effect('create', SQL_BACKUPS.kind, `${one.name}/${backup.id}`)
  const operation = beginOperation(invocation, project, { type: 'BACKUP_VOLUME', instance: one.name, backup })
  return outcome(invocation, project, {
    operation,
    doing: 'Backing up Cloud SQL instance',
    done: `[${linkOf(project, one.name)}] backed up.`,
  })
}

const newBackup = (
  invocation: GcloudInvocation,
  { backups, version, region, settings, data }: SqlInstance,
): SqlBackup => {
  let id = invocation.now
  while (backups.has(String(id))) id += 1
  return {
    id: String(id),
    description: invocation.flag('--description'),
    status: 'RUNNING',
    startedAt: invocation.now,
    version,
    region,
    settings: { ...settings },
    data: copyOf(data),
  }
}

const linkOf = (project: Project, name: string): string =>
  `https://sqladmin.googleapis.com/sql/v1beta4/${fill(SQL_INSTANCES.path, { project, within: '', name })}`

/** The operation where nobody waits for it, else what is said once it is done. */
const outcome = async (
  invocation: GcloudInvocation,
  project: Project,
  { operation, doing, done }: { operation: SqlOperation; doing: string; done: string },
): Promise<Reply> => {
  if (invocation.switch('--async')) return { resources: operationJson(operation, project) }
  await waitForOperation(invocation, project, { operation, seconds: PATIENCE_S })
  return { stderr: `${doing}...done.\n${done}\n` }
}

/** What a restore to a new instance may have otherwise than the backup. */
const OVERRIDES = ['--availability-type', '--deletion-protection']

const restore = async (invocation: GcloudInvocation): Promise<Reply> => {
  const isNamed = /\D/.test(invocation.argument('ID'))
  needFit(invocation, isNamed)
  const project = projectOf(invocation)
  needApiOf(SQL_INSTANCES, invocation, project)
  const target = invocation.flag('--restore-instance') ?? ''
  needPermission(invocation, project, 'cloudsql.instances.restoreBackup')
  if (!invocation.confirm(WARNING)) return {}
  const backup = isNamed ? backupNamed(invocation, project) : backupOfId(invocation, project, target)
  if (backup.status !== 'SUCCESSFUL') throw unfinishedBackup()
  makeReady(invocation, project, { target, backup })
  const operation = beginOperation(invocation, project, { type: 'RESTORE_VOLUME', instance: target, backup })
  return outcome(invocation, project, {
    operation,
    doing: 'Restoring Cloud SQL instance',
    done: `Restored [${linkOf(project, target)}].`,
  })
}

const WARNING =
  '1. All current data on the instance will be lost when the backup is restored to an existing instance.\n2. If restoring to a new instance, settings will be applied from the backups unless they are overriden.'

/** Fails where flags are given that go with the other way to say which backup. */
const needFit = (invocation: GcloudInvocation, isNamed: boolean): void => {
  if (isNamed && invocation.has('--backup-instance'))
    throw new GcloudFailure(' --backup-instance is not supported when using backup name based restore command.')
  const given = OVERRIDES.filter((flag) => invocation.has(flag)).map(
    (flag) => `'${flag.slice(2).replaceAll('-', '_')}'`,
  )
  if (isNamed || given.length === 0) return
  throw new GcloudFailure(
    `Overrides are only supported for backup name based restore to new instance. Unsupported flags: [${given.join(', ')}]`,
  )
}

const needPermission = (invocation: GcloudInvocation, project: Project, permission: string): void =>
  needPermissionOn(SQL_INSTANCES, invocation, { permission, address: { project, within: '', name: '' }, target: '' })

const backupNamed = (invocation: GcloudInvocation, project: Project): SqlBackup => {
  const wanted = invocation.argument('ID')
  const found = allBackups(project).find(
    ({ instance, backup }) => backupName({ project, within: instance }, backup) === wanted,
  )
  if (found === undefined) throw noBackup()
  return found.backup
}

const backupOfId = (invocation: GcloudInvocation, project: Project, target: string): SqlBackup => {
  const source = project.sql.get(invocation.flag('--backup-instance') ?? target)
  if (source === undefined || !project.sql.has(target)) throw noInstance()
  const backup = source.backups.get(invocation.argument('ID'))
  if (backup === undefined) throw noBackup()
  return backup
}

/** The instance a backup goes to: one that is there loses its data, and one that is not is made. */
const makeReady = (
  invocation: GcloudInvocation,
  project: Project,
  { target, backup }: { target: string; backup: SqlBackup },
): void => {
  const instance = project.sql.get(target)
  if (instance === undefined) {
    needPermission(invocation, project, 'cloudsql.instances.create')
    project.sql.set(target, madeOf(invocation, target, backup))
    invocation.effect('create', SQL_INSTANCES.kind, target)
    return
  }
  needIdle(project, target)
  if (instance.version !== backup.version) throw notValid()
  invocation.effect('delete', 'sql.data', target)
}

const madeOf = (invocation: GcloudInvocation, name: string, { region, version, settings }: SqlBackup): SqlInstance => ({
  name,
  region,
  version,
  state: 'PENDING_CREATE',
  settings: {
    ...settings,
    availability: invocation.flag('--availability-type') === 'regional' ? 'REGIONAL' : settings.availability,
    deletionProtected: invocation.switch('--deletion-protection') ?? settings.deletionProtected,
  },
  data: { databases: new Map(), users: new Map() },
  backups: new Map(),
})

const allBackups = (project: Project): { instance: string; backup: SqlBackup }[] =>
  [...project.sql.values()].flatMap(({ name, backups }) =>
    [...backups.values()].map((backup) => ({ instance: name, backup })),
  )

/** Those of an instance, or all there are, as the project has them. */
const list = (invocation: GcloudInvocation): Reply | Promise<Reply> => {
  if (invocation.has('--instance')) return (SQL_BACKUPS.commands['sql backups list'] as CloudCommand).run(invocation)
  const project = projectOf(invocation)
  needApiOf(SQL_BACKUPS, invocation, project)
  needPermission(invocation, project, 'cloudsql.backupRuns.list')
  invocation.effect('read', SQL_BACKUPS.kind, 'all')
  const resources = allBackups(project).map(({ instance, backup }) => backupJson(backup, { project, within: instance }))
  return { resources, layout: LAYOUT }
}

const LAYOUT =
  'table(name,backupInterval.startTime.iso():label=WINDOW_START_TIME,error.errors[0].code.yesno(no="-"):label=ERROR,state:label=STATE,instance,type,instanceDeletionTime.iso(undefined="-"):label=INSTANCE_DELETION_TIME)'

const wait = async (invocation: GcloudInvocation): Promise<Reply> => {
  const seconds = Number(invocation.flag('--timeout') ?? 300)
  let stderr = ''
  const resources = []
  for (const argument of invocation.names) {
    const { project, one } = find(SQL_OPERATIONS, invocation, { permission: 'cloudsql.instances.get', argument })
    invocation.effect('read', SQL_OPERATIONS.kind, one.name)
    await waitForOperation(invocation, project, { operation: one, seconds })
    stderr += `Waiting for [${operationLink(project, one)}]...done.\n`
    resources.push(operationJson(one, project))
  }
  return { resources, stderr, layout: SQL_OPERATIONS.list?.layout ?? '' }
}

/** `gcloud sql backups` and `gcloud sql operations`, what takes time. */
export const SQL_BACKUP_COMMANDS: CloudCommands = {
  'sql backups create': { flags: ['--instance', '--description', '--async'], run: create },
  'sql backups list': { flags: ['--instance'], run: list },
  'sql backups restore': { flags: ['--restore-instance', '--backup-instance', '--async', ...OVERRIDES], run: restore },
  'sql operations wait': { flags: ['--timeout'], run: wait },
}
