import type { World } from '../../world.ts'
import { may } from '../access.ts'
import { momentOf } from '../moment.ts'
import { digits } from '../names.ts'
import { publish } from '../pubsub/publish.ts'
import type { StoredObject, Trigger } from '../state.ts'
import { crc32cOf, type FoundBucket, md5Of, storageAgent } from '../storage/bucket.ts'
import { topicOfTrigger } from './transport.ts'

/** Type of the event of an object that was written (cloud.google.com/eventarc/docs/event-types). */
export const FINALIZED = 'google.cloud.storage.object.v1.finalized'

/** How long a trigger that was made takes to hear of anything. Google says up to two minutes; here it is the same each time. */
const ACTIVE_AFTER = 10_000

/**
 * Publishes that an object was written, to the topic of every trigger on its bucket that is active by then and where Cloud
 * Storage's account may. What is published to nobody is lost.
 */
export const objectFinalized = (world: World, found: FoundBucket, object: StoredObject): void => {
  const { project, bucket } = found
  if (!['eventarc.googleapis.com', 'pubsub.googleapis.com'].every((api) => project.services.has(api))) return
  if (!may(project, `serviceAccount:${storageAgent(project)}`, 'pubsub.topics.publish')) return
  const now = momentOf(world)
  for (const trigger of project.triggers.values())
    if (hears(trigger, bucket.name) && trigger.createdAt + ACTIVE_AFTER <= now)
      publish(world, project, { topic: topicOfTrigger(project, trigger), ...eventOf(now, found, object) })
}

const hears = ({ filters }: Trigger, bucket: string): boolean => filters.type === FINALIZED && filters.bucket === bucket

/** CloudEvents 1.0 over HTTP in binary mode: attributes are headers, the body is a StorageObjectData (cloud.google.com/eventarc/docs/cloudevents). */
const eventOf = (now: number, { bucket }: FoundBucket, object: StoredObject) => {
  const data = JSON.stringify(objectData(bucket.name, object))
  return {
    data,
    attributes: {
      'ce-id': digits(`${bucket.name}/${object.name} ${object.generation}`, 16),
      'ce-source': `//storage.googleapis.com/projects/_/buckets/${bucket.name}`,
      'ce-specversion': '1.0',
      'ce-type': FINALIZED,
      'ce-subject': `objects/${encodeURI(object.name)}`,
      'ce-time': new Date(now).toISOString(),
      'ce-bucket': bucket.name,
    },
  }
}

/** The object as Cloud Storage's API describes it. */
export const objectData = (bucket: string, object: StoredObject): object => {
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
