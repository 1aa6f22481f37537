import { apiFailure } from '../failure.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import { fill } from '../resource/address.ts'
import { defineResource } from '../resource/define.ts'
import type { FirestoreDatabase } from '../state.ts'

const PATH = 'projects/{project}/databases/{name}'

/** `gcloud firestore databases`, as far as they are read. */
export const FIRESTORE_DATABASES = defineResource<FirestoreDatabase>({
  group: 'firestore databases',
  kind: 'firestore.database',
  noun: 'database',
  api: 'firestore.googleapis.com',
  path: PATH,
  nameFlag: { flag: '--database', default: '(default)' },
  kept: ({ project }) => project.firestore,
  refusedOn: { one: 'projects/{project}' },
  permissionFirst: true,
  missing: ({ project, name }) =>
    apiFailure('NOT_FOUND', `Project '${project.id}' or database '${name}' does not exist.`),
  json: (database, address) => ({
    createTime: iso(database.createdAt),
    databaseEdition: 'STANDARD',
    deleteProtectionState: 'DELETE_PROTECTION_DISABLED',
    locationId: database.location,
    name: fill(PATH, address),
    type: 'FIRESTORE_NATIVE',
    uid: uuid(database.name),
    updateTime: iso(database.createdAt),
  }),
  describe: { permission: 'datastore.databases.get' },
  list: { permission: 'datastore.databases.list', layout: 'yaml' },
})
