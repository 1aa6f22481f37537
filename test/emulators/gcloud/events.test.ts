import { beforeEach, describe, expect, test } from 'vitest'
import { type Cloud, REPO, withImage } from './cloud.ts'

const ACCOUNT = 'trigger@my-project.iam.gserviceaccount.com'
const STORAGE_AGENT = 'service-123456789012@gs-project-accounts.iam.gserviceaccount.com'
const PUBSUB_AGENT = 'service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com'
const CREATE = `gcloud eventarc triggers create uploads --location=europe-west1 --destination-run-service=agent --destination-run-region=europe-west1 --event-filters=type=google.cloud.storage.object.v1.finalized --event-filters=bucket=photos --service-account=${ACCOUNT}`
const grant = (member: string, role: string, verb = 'add') =>
  `gcloud projects ${verb}-iam-policy-binding my-project --member=serviceAccount:${member} --role=${role}`
const invoker = (verb: string) =>
  `gcloud run services ${verb}-iam-policy-binding agent --region=europe-west1 --member=serviceAccount:${ACCOUNT} --role=roles/run.invoker`
const PUBLISHER = grant(STORAGE_AGENT, 'roles/pubsub.publisher')
const RECEIVER = grant(ACCOUNT, 'roles/eventarc.eventReceiver')
const INVOKER = invoker('add')
const DEPLOY = `gcloud run deploy agent --image=${REPO}/agent:v1 --set-env-vars=DB_PASSWORD=x --no-allow-unauthenticated --ingress=internal --quiet`
const SUBSCRIPTION = 'eventarc-europe-west1-uploads-sub-477'

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
const statuses = () => project().logs.flatMap(({ request }) => (request ? [request.status] : []))
const good = async (line: string): Promise<string> => {
  const text = await it.sh(line)
  expect(text, line).not.toMatch(/\[\d+\]$/)
  return text
}
/** What happens while seconds pass. */
const pass = async (seconds: number): Promise<void> => {
  it.world.clock.advance(seconds * 1000)
  await it.sh('gcloud config list')
}
const upload = async (): Promise<string[]> => {
  it.done()
  await it.sh('gcloud storage cp photo.jpg gs://photos/raw-uploads/a+b.jpg')
  return it.done()
}
/** A trigger that hears, and the time it takes until it does. */
const connect = async (): Promise<void> => {
  for (const line of [PUBLISHER, RECEIVER, INVOKER, CREATE]) await good(line)
  await pass(10)
}

describe('an upload to a bucket with a trigger', () => {
  test('is a CloudEvent a second later, once', async () => {
    await connect()
    expect(await upload()).toEqual(['create storage.object photos/raw-uploads/a+b.jpg'])
    expect(statuses()).toEqual([])
    await pass(1)
    expect(statuses()).toEqual([200])
    await pass(3600)
    expect(statuses()).toEqual([200])
  })

  test('is nothing to a trigger that was just made, to one of another bucket, and to one that is gone', async () => {
    for (const line of [PUBLISHER, RECEIVER, INVOKER, CREATE]) await good(line)
    await upload()
    await pass(600)
    await good('gcloud storage buckets create gs://other --location=europe-west1')
    await good('gcloud storage cp photo.jpg gs://other')
    await pass(600)
    await good('gcloud eventarc triggers delete uploads --location=europe-west1')
    await upload()
    await pass(600)
    expect(statuses()).toEqual([])
    expect(await it.sh('gcloud pubsub topics list')).not.toContain('eventarc')
    expect(await it.sh('gcloud pubsub subscriptions list')).not.toContain('eventarc')
  })

  test('is told to nobody while Cloud Storage may not publish, and never again', async () => {
    await connect()
    await good(grant(STORAGE_AGENT, 'roles/pubsub.publisher', 'remove'))
    await upload()
    await good(PUBLISHER)
    await pass(3600)
    expect(statuses()).toEqual([])
  })
})

describe('an event nobody takes', () => {
  // 10 s after the first attempt, twice as long after each, at most ten minutes (cloud.google.com/eventarc/docs/retry-events).
  test('comes again, ever later', async () => {
    await connect()
    await good(invoker('remove'))
    await upload()
    await pass(1)
    expect(statuses()).toEqual([403])
    await pass(9)
    expect(statuses()).toEqual([403])
    await pass(1)
    expect(statuses()).toEqual([403, 403])
    await pass(20)
    expect(statuses()).toEqual([403, 403, 403])
    await good(INVOKER)
    await pass(40)
    expect(statuses()).toEqual([403, 403, 403, 200])
    await pass(3600)
    expect(statuses()).toEqual([403, 403, 403, 200])
  })

  test('is kept for a day', async () => {
    await connect()
    await good(invoker('remove'))
    await upload()
    await pass(86_400)
    await good(INVOKER)
    await pass(86_400)
    expect(statuses()).not.toContain(200)
  })

  test('says in the log why: the words of Cloud Run and of Eventarc', async () => {
    await connect()
    await good(invoker('remove'))
    await upload()
    await pass(1)
    expect(await it.sh('gcloud run services logs read agent --region=europe-west1')).toContain(
      'POST 403 https://agent-',
    )
    expect(await it.sh('gcloud logging read severity=WARNING --format=value(textPayload)')).toContain(
      'The request was not authenticated. Either allow unauthenticated invocations or set the proper Authorization header.',
    )
    await good(INVOKER)
    await good(grant(ACCOUNT, 'roles/eventarc.eventReceiver', 'remove'))
    await pass(10)
    expect(await it.sh('gcloud run services logs read agent --region=europe-west1')).toContain(
      'Error 403: trigger uploads was not delivered',
    )
  })

  test('of a service that is gone waits for it', async () => {
    await connect()
    await good('gcloud run services delete agent --region=europe-west1 --quiet')
    await upload()
    await pass(5)
    await good(DEPLOY)
    await good(INVOKER)
    expect(statuses()).toEqual([])
    await pass(10)
    expect(statuses()).toEqual([200])
  })
})

describe('dead letters', () => {
  const UPDATE = `gcloud pubsub subscriptions update ${SUBSCRIPTION} --dead-letter-topic=dead --max-delivery-attempts=5`
  const roles = [
    `gcloud pubsub topics add-iam-policy-binding dead --member=serviceAccount:${PUBSUB_AGENT} --role=roles/pubsub.publisher`,
    `gcloud pubsub subscriptions add-iam-policy-binding ${SUBSCRIPTION} --member=serviceAccount:${PUBSUB_AGENT} --role=roles/pubsub.subscriber`,
  ]
  const pull = (flags: string) => it.sh(`gcloud pubsub subscriptions pull dead ${flags}`)

  beforeEach(async () => {
    await connect()
    await good('gcloud pubsub topics create dead')
    await good('gcloud pubsub subscriptions create dead --topic=dead')
    await good(UPDATE)
    await good(invoker('remove'))
  })

  test('are what was sent as often as it may', async () => {
    for (const line of roles) await good(line)
    await upload()
    await pass(3600)
    expect(statuses()).toEqual([403, 403, 403, 403, 403])
    const shown =
      "--format=value(message.attributes.'ce-subject',message.attributes.CloudPubSubDeadLetterSourceDeliveryCount)"
    expect(await pull(shown)).toBe('objects/raw-uploads/a+b.jpg\t5\n')
    expect(await pull(`--auto-ack ${shown}`)).toBe('objects/raw-uploads/a+b.jpg\t5\n')
    expect(await pull(shown)).toBe('')
    await good(INVOKER)
    await pass(86_400)
    expect(statuses()).not.toContain(200)
  })

  test('need both roles of Pub/Sub: without one the event goes on being sent', async () => {
    await good(roles[0]!)
    await upload()
    await pass(3600)
    expect(statuses().length).toBeGreaterThan(5)
    expect(await pull('--format=value(ackId)')).toBe('')
  })

  test.each([4, 101])('are refused after %i attempts', async (attempts) => {
    expect(await it.sh(UPDATE.replace('=5', `=${attempts}`))).toContain('INVALID_ARGUMENT')
  })

  test('are no more once cleared', async () => {
    for (const line of [...roles, `gcloud pubsub subscriptions update ${SUBSCRIPTION} --clear-dead-letter-policy`])
      await good(line)
    await upload()
    await pass(3600)
    expect(statuses().length).toBeGreaterThan(5)
  })
})

test('a subscription that pushes wraps the message, with a token of its account', async () => {
  const seen: { body: string; headers: Record<string, string> }[] = []
  it.world.network.listen('hook.example.com', async ({ body, headers }) => {
    seen.push({ body, headers })
    return { status: seen.length === 1 ? 500 : 204, headers: {}, body: '' }
  })
  await connect()
  await good(
    `gcloud pubsub subscriptions create hook --topic=eventarc-europe-west1-uploads-477 --push-endpoint=https://hook.example.com/push --push-auth-service-account=${ACCOUNT}`,
  )
  await upload()
  await pass(11)
  expect(seen).toHaveLength(2)
  const { message, subscription } = JSON.parse(seen[1]!.body)
  expect(subscription).toBe('projects/my-project/subscriptions/hook')
  expect(JSON.parse(atob(message.data))).toMatchObject({ bucket: 'photos', name: 'raw-uploads/a+b.jpg', size: '18' })
  expect(seen[1]!.headers.authorization).toMatch(/^Bearer eyJ/)
})

test('who publishes for Cloud Storage', async () => {
  expect(await it.sh('gcloud storage service-agent')).toBe(`${STORAGE_AGENT}\n`)
})

test('a message is published by hand, and pulled', async () => {
  await good('gcloud pubsub topics create orders')
  await good('gcloud pubsub subscriptions create orders --topic=orders')
  expect(await it.sh('gcloud pubsub topics publish orders --message=hello --attribute=a=b')).toMatch(
    /^messageIds:\n- '\d+'\n$/,
  )
  await pass(1)
  const shown = '--format=value(message.data,message.attributes.a)'
  expect(await it.sh(`gcloud pubsub subscriptions pull orders --auto-ack ${shown}`)).toBe('aGVsbG8=\tb\n')
  expect(await it.sh(`gcloud pubsub subscriptions pull orders ${shown}`)).toBe('')
})

test('an update of a trigger is where its events go', async () => {
  await connect()
  await good('gcloud eventarc triggers update uploads --location=europe-west1 --destination-run-path=/health')
  expect(
    await it.sh(`gcloud pubsub subscriptions describe ${SUBSCRIPTION} --format=value(pushConfig.pushEndpoint)`),
  ).toMatch(/\.run\.app\/health\n$/)
  await upload()
  await pass(1)
  expect(statuses()).toEqual([405])
})
