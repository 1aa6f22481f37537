import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, REPO, withImage } from './cloud.ts'

const ACCOUNT = 'trigger@my-project.iam.gserviceaccount.com'
const STORAGE_AGENT = 'service-123456789012@gs-project-accounts.iam.gserviceaccount.com'
const CREATE = `gcloud eventarc triggers create uploads --location=europe-west1 --destination-run-service=agent --destination-run-region=europe-west1 --event-filters=type=google.cloud.storage.object.v1.finalized --event-filters=bucket=photos --service-account=${ACCOUNT}`
const grant = (member: string, role: string, verb = 'add') =>
  `gcloud projects ${verb}-iam-policy-binding my-project --member=serviceAccount:${member} --role=${role}`
const PUBLISHER = grant(STORAGE_AGENT, 'roles/pubsub.publisher')
const RECEIVER = grant(ACCOUNT, 'roles/eventarc.eventReceiver')
const DEPLOY = `gcloud run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x --no-allow-unauthenticated --ingress=internal --quiet`

let it: Cloud
beforeEach(async () => {
  it = await withImage({ apis: ['run', 'artifactregistry', 'iam', 'eventarc', 'pubsub'] })
  it.files.set('/home/operator/agent/photo.jpg', 'not really a photo')
  await it.sh(DEPLOY)
  await it.sh('gcloud iam service-accounts create trigger')
  await it.sh('gcloud storage buckets create gs://photos --location=europe-west1')
  it.done()
})

const project = () => it.world.cloud.projects.get('my-project')!
const good = async (line: string): Promise<string> => {
  const text = await it.sh(line)
  expect(text, line).not.toMatch(/\[\d+\]$/)
  return text
}

describe('a trigger is not made', () => {
  test.each([
    [
      'where the bucket is not',
      [PUBLISHER, RECEIVER],
      CREATE.replace('europe-west1', 'us-central1'),
      'INVALID_ARGUMENT: The request was invalid:  Bucket "photos" location "europe-west1" does not match trigger location "us-central1". Try again by creating the trigger in "europe-west1".',
    ],
    [
      'for a bucket that is not there',
      [PUBLISHER, RECEIVER],
      CREATE.replace('bucket=photos', 'bucket=none'),
      'Bucket "none" does not exist',
    ],
    [
      'for no bucket',
      [PUBLISHER, RECEIVER],
      CREATE.replace('--event-filters=bucket=photos ', ''),
      "missing required attribute 'bucket'",
    ],
    [
      'for a service that is not there',
      [PUBLISHER, RECEIVER],
      CREATE.replace('service=agent', 'service=none'),
      'cannot find Cloud Run service',
    ],
    ['as an account that is not there', [PUBLISHER, RECEIVER], CREATE.replace('trigger@', 'none@'), 'does not exist'],
    ['for an unknown type', [PUBLISHER, RECEIVER], CREATE.replace('finalized', 'finalised'), 'not modelled'],
    [
      'while Cloud Storage may not publish',
      [RECEIVER],
      CREATE,
      'FAILED_PRECONDITION: Invalid resource state for "": The Cloud Storage service account for your bucket is unable to publish to Cloud Pub/Sub topics in the specified project.\nTo use GCS CloudEvent triggers, the GCS service account requires the Pub/Sub Publisher (roles/pubsub.publisher) IAM role in the specified project.',
    ],
    // github.com/GoogleCloudPlatform/eventarc-samples/issues/94
    [
      'as an account that may not receive events',
      [PUBLISHER],
      CREATE,
      `PERMISSION_DENIED: Permission "eventarc.events.receiveEvent" denied on "${ACCOUNT}"`,
    ],
  ])('%s', async (_, before, line, message) => {
    for (const one of before) await good(one)
    const text = await it.sh(line)
    expect(text).toContain(message)
    expect(text).toMatch(/\[\d+\]$/)
    expect(project().triggers.size).toBe(0)
  })

  // Wording: github.com/GoogleCloudPlatform/cloud-foundation-fabric/pull/3269
  test('in a region for a bucket of a multi-region, but in the multi-region', async () => {
    for (const line of [PUBLISHER, RECEIVER]) await good(line)
    await good('gcloud storage buckets create gs://wide --location=us')
    const wide = CREATE.replace('bucket=photos', 'bucket=wide')
    expect(await it.sh(wide.replace('europe-west1', 'us-central1'))).toContain(
      'Bucket "wide" location "us" does not match trigger location "us-central1". Try again by creating the trigger in "us".',
    )
    await good(wide.replace('--location=europe-west1', '--location=us'))
  })
})
