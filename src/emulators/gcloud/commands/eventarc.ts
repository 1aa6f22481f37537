import { NotModelled } from '../../model.ts'
import { may, needApi, needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { FINALIZED } from '../eventarc/finalized.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Reply } from '../output.ts'
import type { Project, Trigger } from '../state.ts'
import { storageAgent } from './buckets.ts'

const locationOf = (invocation: GcloudInvocation): string => {
  const location = invocation.property('eventarc/location')
  if (location !== undefined) return location
  throw new GcloudFailure(
    'Error parsing [trigger].\nThe [trigger] resource is not properly specified.\nFailed to find attribute [location].',
  )
}

const projectFor = (invocation: GcloudInvocation, verb: 'create' | 'get' | 'delete'): Project => {
  const project = projectOf(invocation)
  needApi(invocation, project, 'eventarc.googleapis.com')
  needPermission(invocation, project, `eventarc.triggers.${verb}`, { resource: `projects/${project.id}` })
  return project
}

const create = (invocation: GcloudInvocation): Reply => {
  const location = locationOf(invocation)
  const project = projectFor(invocation, 'create')
  const name = invocation.argument('TRIGGER')
  const key = `${location}/${name}`
  if (project.triggers.has(key))
    throw apiFailure('ALREADY_EXISTS', `Resource '${pathOf(project, location, name)}' already exists`)
  const trigger = newTrigger(invocation, project, location)
  project.triggers.set(key, trigger)
  invocation.effect('create', 'eventarc.trigger', key)
  return { stderr: `Creating trigger [${name}] in project [${project.id}], location [${location}]...done.\n` }
}

const newTrigger = (invocation: GcloudInvocation, project: Project, location: string): Trigger => {
  const service = invocation.flag('--destination-run-service')
  if (service === undefined) throw new NotModelled('an Eventarc trigger whose destination is no Cloud Run service')
  const serviceRegion = invocation.flag('--destination-run-region') ?? invocation.property('run/region') ?? location
  if (!project.run.has(`${serviceRegion}/${service}`)) {
    throw apiFailure(
      'NOT_FOUND',
      `The request was invalid: cannot find Cloud Run service "${service}" in region "${serviceRegion}"`,
    )
  }
  const serviceAccount = invocation.flag('--service-account') ?? ''
  needAccount(project, serviceAccount)
  const name = invocation.argument('TRIGGER')
  const path = invocation.flag('--destination-run-path') ?? '/'
  const filters = invocation.map('--event-filters')
  if (filters.type === FINALIZED) checkStorageTrigger(invocation, project, { location, filters, serviceAccount })
  else if (filters.type !== MESSAGE_PUBLISHED) throw new NotModelled(`an Eventarc trigger for ${filters.type}`)
  return {
    name,
    location,
    filters,
    service,
    serviceRegion,
    path,
    serviceAccount,
    createdAt: invocation.now,
  }
}

const needAccount = (project: Project, email: string): void => {
  const isDefault = email === `${project.number}-compute@developer.gserviceaccount.com`
  if (email === '' || isDefault || project.serviceAccounts.has(email)) return
  throw apiFailure('FAILED_PRECONDITION', `Invalid resource state for "": The service account ${email} does not exist.`)
}

const MESSAGE_PUBLISHED = 'google.cloud.pubsub.topic.v1.messagePublished'

/** What Eventarc asks of a trigger on a bucket (cloud.google.com/eventarc/docs/run/create-trigger-storage-gcloud). */
const checkStorageTrigger = (
  invocation: GcloudInvocation,
  project: Project,
  { location, filters, serviceAccount }: Pick<Trigger, 'location' | 'filters' | 'serviceAccount'>,
): void => {
  needApi(invocation, project, 'pubsub.googleapis.com')
  const name = filters.bucket
  if (name === undefined) throw invalid("missing required attribute 'bucket' in trigger.event_filters")
  const bucket = project.buckets.get(name)
  if (!bucket) throw invalid(`Bucket "${name}" does not exist in project "${project.id}"`)
  const at = bucket.location.toLowerCase()
  if (at !== location)
    throw invalid(
      ` Bucket "${name}" location "${at}" does not match trigger location "${location}". Try again by creating the trigger in "${at}".`,
    )
  if (serviceAccount === '') throw invalid('service account is required for this event type')
  if (!may(project, `serviceAccount:${storageAgent(project)}`, 'pubsub.topics.publish'))
    throw apiFailure(
      'FAILED_PRECONDITION',
      'Invalid resource state for "": The Cloud Storage service account for your bucket is unable to publish to Cloud Pub/Sub topics in the specified project.\nTo use GCS CloudEvent triggers, the GCS service account requires the Pub/Sub Publisher (roles/pubsub.publisher) IAM role in the specified project. (See https://cloud.google.com/eventarc/docs/run/quickstart-storage#before-you-begin)',
    )
}

const invalid = (reason: string): GcloudFailure => apiFailure('INVALID_ARGUMENT', `The request was invalid: ${reason}`)

const pathOf = (project: Project, location: string, name: string): string =>
  `projects/${project.id}/locations/${location}/triggers/${name}`

const json = (project: Project, trigger: Trigger): JsonObject => ({
  createTime: iso(trigger.createdAt),
  destination: { cloudRun: { path: trigger.path, region: trigger.serviceRegion, service: trigger.service } },
  eventFilters: Object.entries(trigger.filters).map(([attribute, value]) => ({ attribute, value })),
  name: pathOf(project, trigger.location, trigger.name),
  serviceAccount: trigger.serviceAccount || undefined,
  uid: uuid(trigger.name),
})

const list = (invocation: GcloudInvocation): Reply => {
  const location = locationOf(invocation)
  const project = projectFor(invocation, 'get')
  const triggers = [...project.triggers.values()].filter((trigger) => location === '-' || trigger.location === location)
  invocation.effect('read', 'eventarc.trigger', 'all')
  const shown = (trigger: Trigger) => ({
    type: trigger.filters.type ?? '',
    shownDestination: `Cloud Run service: ${trigger.service}`,
    active: 'Yes',
  })
  const resources = triggers.map((trigger) =>
    invocation.has('--format') ? json(project, trigger) : { ...json(project, trigger), ...shown(trigger) },
  )
  return {
    resources,
    layout:
      'table(name.scope("triggers"):label=NAME,type:label=TYPE,shownDestination:label=DESTINATION,active:label=ACTIVE,name.segment(3):label=LOCATION)',
  }
}

const find = (invocation: GcloudInvocation, verb: 'get' | 'delete'): { project: Project; trigger: Trigger } => {
  const location = locationOf(invocation)
  const project = projectFor(invocation, verb)
  const name = invocation.argument('TRIGGER')
  const trigger = project.triggers.get(`${location}/${name}`)
  if (trigger === undefined)
    throw apiFailure('NOT_FOUND', `Resource '${pathOf(project, location, name)}' was not found`)
  return { project, trigger }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, trigger } = find(invocation, 'get')
  invocation.effect('read', 'eventarc.trigger', `${trigger.location}/${trigger.name}`)
  return { resources: json(project, trigger) }
}

const remove = (invocation: GcloudInvocation): Reply => {
  const { project, trigger } = find(invocation, 'delete')
  project.triggers.delete(`${trigger.location}/${trigger.name}`)
  invocation.effect('delete', 'eventarc.trigger', `${trigger.location}/${trigger.name}`)
  return {
    stderr: `Deleting trigger [${trigger.name}] in project [${project.id}], location [${trigger.location}]...done.\n`,
  }
}

/** `gcloud eventarc`. */
export const EVENTARC_COMMANDS: CloudCommands = {
  'eventarc triggers create': {
    flags: [
      '--location',
      '--destination-run-service',
      '--destination-run-region',
      '--destination-run-path',
      '--event-filters',
      '--service-account',
    ],
    run: create,
  },
  'eventarc triggers list': { flags: ['--location'], run: list },
  'eventarc triggers describe': { flags: ['--location'], run: describe },
  'eventarc triggers delete': { flags: ['--location'], run: remove },
}
