import { NotModelled } from '../../model.ts'
import { may, needApi } from '../access.ts'
import { apiFailure, type GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Address } from '../resource/declaration.ts'
import type { Project, Trigger } from '../state.ts'
import { storageAgent } from '../storage/bucket.ts'
import { FINALIZED } from './finalized.ts'

/** The trigger a `create` asks for. Fails as Eventarc does for what it would not accept. */
export const newTrigger = (invocation: GcloudInvocation, { project, within: location, name }: Address): Trigger => {
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
    labels: invocation.map('--labels'),
    createdAt: invocation.now,
  }
}

/** An account a trigger runs as must be there. */
export const needAccount = (project: Project, email: string): void => {
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
  // In the words of github.com/GoogleCloudPlatform/eventarc-samples/issues/94.
  if (!may(project, `serviceAccount:${serviceAccount}`, 'eventarc.events.receiveEvent'))
    throw apiFailure('PERMISSION_DENIED', `Permission "eventarc.events.receiveEvent" denied on "${serviceAccount}"`)
  if (!may(project, `serviceAccount:${storageAgent(project)}`, 'pubsub.topics.publish'))
    throw apiFailure(
      'FAILED_PRECONDITION',
      'Invalid resource state for "": The Cloud Storage service account for your bucket is unable to publish to Cloud Pub/Sub topics in the specified project.\nTo use GCS CloudEvent triggers, the GCS service account requires the Pub/Sub Publisher (roles/pubsub.publisher) IAM role in the specified project. (See https://cloud.google.com/eventarc/docs/run/quickstart-storage#before-you-begin)',
    )
}

const invalid = (reason: string): GcloudFailure => apiFailure('INVALID_ARGUMENT', `The request was invalid: ${reason}`)
