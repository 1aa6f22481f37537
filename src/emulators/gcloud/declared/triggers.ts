import { needAccount, newTrigger } from '../eventarc/new-trigger.ts'
import {
  makeTransport,
  redirectTransport,
  removeTransport,
  subscriptionOfTrigger,
  topicOfTrigger,
} from '../eventarc/transport.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import { fill } from '../resource/address.ts'
import type { Address } from '../resource/declaration.ts'
import { defineResource } from '../resource/define.ts'
import { shownLabels } from '../resource/labels.ts'
import type { Trigger } from '../state.ts'

const locationOf = (invocation: GcloudInvocation): string => {
  const location = invocation.property('eventarc/location')
  if (location !== undefined) return location
  throw new GcloudFailure(
    'Error parsing [trigger].\nThe [trigger] resource is not properly specified.\nFailed to find attribute [location].',
  )
}

const PATH = 'projects/{project}/locations/{within}/triggers/{name}'

const done = (doing: string, { project, within, name }: Address): string =>
  `${doing} trigger [${name}] in project [${project.id}], location [${within}]...done.\n`

/** `gcloud eventarc triggers`. */
export const TRIGGERS = defineResource<Trigger>({
  group: 'eventarc triggers',
  kind: 'eventarc.trigger',
  noun: 'trigger',
  api: 'eventarc.googleapis.com',
  path: PATH,
  within: { flag: '--location', find: locationOf },
  kept: ({ project }) => project.triggers,
  refusedOn: { one: 'projects/{project}' },
  permissionFirst: true,
  missing: (address) => apiFailure('NOT_FOUND', `Resource '${fill(PATH, address)}' was not found`),
  exists: (address) => apiFailure('ALREADY_EXISTS', `Resource '${fill(PATH, address)}' already exists`),
  json: (trigger, address) => ({
    createTime: iso(trigger.createdAt),
    destination: { cloudRun: { path: trigger.path, region: trigger.serviceRegion, service: trigger.service } },
    eventFilters: Object.entries(trigger.filters).map(([attribute, value]) => ({ attribute, value })),
    labels: shownLabels(trigger.labels),
    name: fill(PATH, address),
    serviceAccount: trigger.serviceAccount || undefined,
    transport: {
      pubsub: {
        subscription: subscriptionOfTrigger(address.project, trigger),
        topic: topicOfTrigger(address.project, trigger),
      },
    },
    uid: uuid(trigger.name),
  }),
  labels: ({ labels }) => labels,
  create: {
    permission: 'eventarc.triggers.create',
    flags: [
      '--destination-run-service',
      '--destination-run-region',
      '--destination-run-path',
      '--event-filters',
      '--service-account',
    ],
    make: newTrigger,
    done: (found) => {
      makeTransport(found.project, found.one)
      return done('Creating', found)
    },
  },
  describe: { permission: 'eventarc.triggers.get' },
  list: {
    permission: 'eventarc.triggers.get',
    columns: ({ filters, service }) => ({
      type: filters.type ?? '',
      shownDestination: `Cloud Run service: ${service}`,
      active: 'Yes',
    }),
    layout:
      'table(name.scope("triggers"):label=NAME,type:label=TYPE,shownDestination:label=DESTINATION,active:label=ACTIVE,name.segment(3):label=LOCATION)',
  },
  update: {
    permission: 'eventarc.triggers.update',
    flags: ['--destination-run-path', '--clear-destination-run-path', '--service-account', '--clear-service-account'],
    nothing: () => new GcloudFailure('Must specify at least one field to update.'),
    change: ({ project, one }, invocation) => {
      const account = invocation.switch('--clear-service-account') ? '' : invocation.flag('--service-account')
      needAccount(project, account ?? '')
      one.serviceAccount = account ?? one.serviceAccount
      const path = invocation.switch('--clear-destination-run-path') ? '/' : invocation.flag('--destination-run-path')
      one.path = path ?? one.path
      redirectTransport(project, one)
    },
    done: (found) => done('Updating', found),
  },
  delete: {
    permission: 'eventarc.triggers.delete',
    before: ({ project, one }) => removeTransport(project, one),
    done: (found) => done('Deleting', found),
  },
})
