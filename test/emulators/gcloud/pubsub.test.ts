import { expect, test } from 'vitest'
import { type Cloud, cloud } from './cloud.ts'

// Wording: googlecloudsdk/command_lib/pubsub and api_lib/util/exceptions.py of gcloud 528.
const AUTHENTICATED =
  'This command is authenticated as operator@example.com which is the active account specified by the [core/account] property.'

const withPubsub = (roles?: readonly string[]): Cloud['sh'] => {
  const it = cloud({ apis: ['pubsub'], ...(roles && { roles }) })
  return (line) => it.sh(`gcloud pubsub ${line}`, { env: { CLOUDSDK_CORE_PROJECT: 'my-project' } })
}

test('several topics at once: those that fail do not stop the others', async () => {
  const pubsub = withPubsub()
  await pubsub('topics create b')
  expect(await pubsub('topics create a b c')).toBe(`Created topic [projects/my-project/topics/a].
ERROR: Failed to create topic [projects/my-project/topics/b]: Resource already exists in the project (resource=b).
Created topic [projects/my-project/topics/c].
ERROR: (gcloud.pubsub.topics.create) Failed to create the following: [b].
[1]`)
  expect(await pubsub('topics delete a nothing c')).toBe(`Deleted topic [projects/my-project/topics/a].
ERROR: Failed to delete topic [projects/my-project/topics/nothing]: Resource not found (resource=nothing). ${AUTHENTICATED}
Deleted topic [projects/my-project/topics/c].
ERROR: (gcloud.pubsub.topics.delete) Failed to delete the following: [nothing].
[1]`)
})

test('a topic and its subscription as the API answers them', async () => {
  const pubsub = withPubsub()
  await pubsub('topics create orders --labels=team=carblau')
  expect(
    await pubsub('subscriptions create billing --topic=orders --push-endpoint=https://billing.example.com/push'),
  ).toBe('Created subscription [projects/my-project/subscriptions/billing].\n')
  expect(await pubsub('topics list')).toBe('---\nlabels:\n  team: carblau\nname: projects/my-project/topics/orders\n')
  expect(await pubsub('subscriptions describe projects/my-project/subscriptions/billing')).toBe(`ackDeadlineSeconds: 10
expirationPolicy:
  ttl: 2678400s
messageRetentionDuration: 604800s
name: projects/my-project/subscriptions/billing
pushConfig:
  pushEndpoint: https://billing.example.com/push
state: ACTIVE
topic: projects/my-project/topics/orders
`)
})

test('a subscription needs its topic, and outlives it', async () => {
  const pubsub = withPubsub()
  expect(await pubsub('subscriptions create billing --topic=orders')).toBe(
    `ERROR: Failed to create subscription [projects/my-project/subscriptions/billing]: Resource not found (resource=orders). ${AUTHENTICATED}
ERROR: (gcloud.pubsub.subscriptions.create) Failed to create the following: [billing].
[1]`,
  )
  await pubsub('topics create orders')
  await pubsub('subscriptions create billing --topic=orders')
  await pubsub('topics delete orders')
  expect(await pubsub('subscriptions describe billing --format=value(topic)')).toBe('_deleted-topic_\n')
})

test('an update that changes nothing', async () => {
  const pubsub = withPubsub()
  await pubsub('topics create orders --labels=a=b')
  expect(await pubsub('topics update orders')).toBe(
    'ERROR: (gcloud.pubsub.topics.update) Must specify at least one field to update.\n[1]',
  )
  expect(await pubsub('topics update orders --update-labels=a=b')).toBe('No update to perform.\n')
  expect(await pubsub('topics update orders --clear-labels')).toBe(
    'Updated topic [projects/my-project/topics/orders].\n',
  )
})

test('a refusal names the project of a list, and no permission', async () => {
  const pubsub = withPubsub(['roles/run.viewer'])
  expect(await pubsub('topics list')).toBe(
    `ERROR: (gcloud.pubsub.topics.list) [operator@example.com] does not have permission to access projects instance [my-project] (or it may not exist): User not authorized to perform this action. ${AUTHENTICATED}\n[1]`,
  )
  expect(await pubsub('topics describe orders')).toBe(
    `ERROR: (gcloud.pubsub.topics.describe) PERMISSION_DENIED: User not authorized to perform this action. ${AUTHENTICATED}\n[1]`,
  )
})

test('a topic of another project may be attached by who subscribes there, not by who only looks', async () => {
  const it = cloud({ apis: ['pubsub'] })
  const at = { env: { CLOUDSDK_CORE_PROJECT: 'my-project' } }
  const members = ['user:operator@example.com']
  const own = it.world.cloud.projects.get('my-project')!
  const other = { ...own, id: 'other', number: '2', policy: [{ role: 'roles/owner', members }], resources: new Map() }
  it.world.cloud.projects.set('other', other)
  await it.sh('gcloud pubsub topics create orders --project=other', at)
  const create = 'gcloud pubsub subscriptions create billing --topic=projects/other/topics/orders'
  other.policy = [{ role: 'roles/pubsub.viewer', members }]
  expect(await it.sh(create, at)).toContain('User not authorized to perform this action.')
  other.policy = [{ role: 'roles/pubsub.subscriber', members }]
  expect(await it.sh(create, at)).toBe('Created subscription [projects/my-project/subscriptions/billing].\n')
})
