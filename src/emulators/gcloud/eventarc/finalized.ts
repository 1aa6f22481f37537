import { may } from '../access.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { digits } from '../names.ts'
import { serviceUrl } from '../run/address.ts'
import { deliver } from '../run/serve.ts'
import type { Project, StoredObject, Trigger } from '../state.ts'
import { crc32cOf, type FoundBucket, md5Of } from '../storage/bucket.ts'
import { issueIdentityToken } from '../tokens.ts'

/** Type of the event of an object that was written (cloud.google.com/eventarc/docs/event-types). */
export const FINALIZED = 'google.cloud.storage.object.v1.finalized'

/**
 * Tells every trigger on a bucket that an object was written. Google does so some
 * seconds later and tries again for a day; here it is told at once, and once.
 */
export const objectFinalized = async (
  invocation: GcloudInvocation,
  found: FoundBucket,
  object: StoredObject,
): Promise<void> => {
  const { project, bucket } = found
  if (!['eventarc.googleapis.com', 'pubsub.googleapis.com'].every((api) => project.services.has(api))) return
  for (const trigger of project.triggers.values()) {
    if (trigger.filters.type !== FINALIZED || trigger.filters.bucket !== bucket.name) continue
    await send(invocation, project, trigger, eventOf(invocation, found, object))
  }
}

interface CloudEvent {
  headers: Record<string, string>
  body: string
}

const send = async (
  invocation: GcloudInvocation,
  project: Project,
  trigger: Trigger,
  event: CloudEvent,
): Promise<void> => {
  const { world, cloud } = invocation
  const service = project.run.get(`${trigger.serviceRegion}/${trigger.service}`)
  if (!service) return
  if (!may(project, `serviceAccount:${trigger.serviceAccount}`, 'eventarc.events.receiveEvent'))
    return denied(invocation, project, trigger)
  const url = serviceUrl(project, service)
  const token = issueIdentityToken(cloud, { email: trigger.serviceAccount, audience: url })
  const headers = { ...event.headers, host: new URL(url).host, authorization: `Bearer ${token}` }
  const request = { method: 'POST', url: new URL(trigger.path, url), headers, body: event.body }
  const answer = await deliver({ world, project, service }, request)
  if (typeof answer !== 'string' && answer.status < 300)
    invocation.effect('create', 'eventarc.event', `${trigger.location}/${trigger.name}`)
}

/** Nothing arrives; the log says why. */
const denied = ({ now }: GcloudInvocation, project: Project, trigger: Trigger): void => {
  project.logs.push({
    timestamp: now,
    severity: 'ERROR',
    logName: `projects/${project.id}/logs/eventarc.googleapis.com%2Ftrigger`,
    service: trigger.service,
    revision: '',
    region: trigger.serviceRegion,
    text: `Error 403: trigger ${trigger.name} was not delivered: Permission 'eventarc.events.receiveEvent' denied for service account ${trigger.serviceAccount} on project ${project.id}.`,
  })
}

/** CloudEvents 1.0 over HTTP in binary mode: attributes are headers, the body is a StorageObjectData (cloud.google.com/eventarc/docs/cloudevents). */
const eventOf = ({ now }: GcloudInvocation, { bucket }: FoundBucket, object: StoredObject): CloudEvent => {
  const body = JSON.stringify(objectData(bucket.name, object))
  return {
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'content-length': String(new TextEncoder().encode(body).length),
      'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
      'ce-id': digits(`${bucket.name}/${object.name} ${object.generation}`, 16),
      'ce-source': `//storage.googleapis.com/projects/_/buckets/${bucket.name}`,
      'ce-specversion': '1.0',
      'ce-type': FINALIZED,
      'ce-subject': `objects/${encodeURI(object.name)}`,
      'ce-time': new Date(now).toISOString(),
      'ce-bucket': bucket.name,
    },
    body,
  }
}

/** The object as Cloud Storage's API describes it. */
const objectData = (bucket: string, object: StoredObject): object => {
  const at = new Date(object.createdAt).toISOString()
  const path = `https://www.googleapis.com/storage/v1/b/${bucket}/o/${encodeURIComponent(object.name)}`
  return {
    kind: 'storage#object',
    id: `${bucket}/${object.name}/${object.generation}`,
    selfLink: path,
    mediaLink: `${path.replace('/storage/', '/download/storage/')}?generation=${object.generation}&alt=media`,
    name: object.name,
    bucket,
    generation: String(object.generation),
    metageneration: '1',
    contentType: object.contentType,
    storageClass: 'STANDARD',
    size: String(object.bytes.length),
    md5Hash: md5Of(object),
    crc32c: crc32cOf(object),
    timeCreated: at,
    updated: at,
    timeStorageClassUpdated: at,
  }
}
