import { NotModelled } from '../../model.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { defineResource } from '../resource/define.ts'
import { backupRunJson, operationJson } from '../sql/json.ts'
import type { SqlBackup, SqlOperation } from '../sql/model.ts'
import { needIdle } from '../sql/operation.ts'
import { noBackup, noOperation, unauthorized } from '../sql/refusals.ts'
import { findInstance, SQL_API } from './sql.ts'

/** `gcloud sql backups` of an instance, without what makes and restores them. */
export const SQL_BACKUPS = defineResource<SqlBackup>({
  group: 'sql backups',
  kind: 'sql.backup',
  noun: 'backup run',
  api: SQL_API,
  path: 'projects/{project}/instances/{within}/backupRuns/{name}',
  within: {
    flag: '--instance',
    find: (invocation) => {
      if (isNamed(invocation)) throw new NotModelled('a backup by its name, but to restore it')
      return findInstance(invocation).name
    },
  },
  kept: ({ project, within }) => project.sql.get(within)?.backups ?? new Map(),
  key: ({ name }) => name,
  effectName: ({ within, name }) => `${within}/${name}`,
  refuse: unauthorized,
  permissionFirst: true,
  missing: noBackup,
  json: backupRunJson,
  describe: { permission: 'cloudsql.backupRuns.get' },
  list: {
    permission: 'cloudsql.backupRuns.list',
    layout: 'table(id,windowStartTime.iso(),error.code.yesno(no="-"):label=ERROR,status,instance)',
    readName: (_, within) => within,
  },
  delete: {
    permission: 'cloudsql.backupRuns.delete',
    ask: () => 'The backup will be deleted. You cannot undo this action.',
    check: ({ project, within }) => needIdle(project, within),
    done: ({ name }) => `Deleting backup run...done.\nDeleted backup run [${name}].\n`,
  },
})

/** A backup has an id in its instance, of digits alone, and a name in its project. */
const isNamed = (invocation: GcloudInvocation): boolean => /\D/.test(invocation.argument('ID'))

/** `gcloud sql operations`, without what waits for them. */
export const SQL_OPERATIONS = defineResource<SqlOperation>({
  group: 'sql operations',
  kind: 'sql.operation',
  noun: 'operation',
  api: SQL_API,
  path: 'projects/{project}/operations/{name}',
  kept: ({ project }) => project.sqlOperations,
  refuse: unauthorized,
  permissionFirst: true,
  missing: noOperation,
  json: (operation, { project }) => operationJson(operation, project),
  describe: { permission: 'cloudsql.instances.get' },
  list: {
    flags: ['--instance'],
    layout:
      'table(name,operationType:label=TYPE,startTime.iso():label=START,endTime.iso():label=END,error.errors[0].code.yesno(no="-"):label=ERROR,status:label=STATUS)',
    scope: (invocation) => ({ project: findInstance(invocation).project }),
    shows: (invocation) => {
      const wanted = invocation.flag('--instance')
      return ({ instance }) => instance === wanted
    },
    readName: (invocation) => invocation.flag('--instance'),
  },
})
