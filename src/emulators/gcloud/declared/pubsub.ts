import { authenticatedAs, may } from '../access.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { newSubscription, type Subscription, type Topic } from '../pubsub/model.ts'
import { addressOf, fill } from '../resource/address.ts'
import type { Address } from '../resource/declaration.ts'
import { defineResource } from '../resource/define.ts'
import { shownLabels } from '../resource/labels.ts'
import type { Project } from '../state.ts'

const missing = ({ name }: Address, { account }: GcloudInvocation): GcloudFailure =>
  apiFailure('NOT_FOUND', `Resource not found (resource=${name}). ${authenticatedAs(account)}.`)

/** Lists are of a project, and gcloud says so in a refusal. */
const refuse = ({ account }: GcloudInvocation, _: string, { project, name }: Address): GcloudFailure => {
  const reason = `User not authorized to perform this action. ${authenticatedAs(account)}.`
  if (name !== '') return apiFailure('PERMISSION_DENIED', reason)
  const whole = `[${account}] does not have permission to access projects instance [${project.id}] (or it may not exist)`
  return new GcloudFailure(`${whole}: ${reason}`, { reason })
}

/** What topics and subscriptions have in common. */
const PUBSUB = {
  api: 'pubsub.googleapis.com',
  permissionFirst: true,
  goesOn: true,
  refuse,
  missing,
  exists: ({ name }: Address) =>
    apiFailure('ALREADY_EXISTS', `Resource already exists in the project (resource=${name}).`),
  labels: ({ labels }: Topic) => labels,
  policy: ({ policy }: Topic) => policy,
}

const nothing = (): GcloudFailure => new GcloudFailure('Must specify at least one field to update.')
const UNCHANGED = 'No update to perform.\n'

/** What gcloud says of one that was changed: its full name. */
const said = (verb: string, noun: string, path: string) => (address: Address) =>
  `${verb} ${noun} [${fill(path, address)}].\n`

const TOPIC = 'projects/{project}/topics/{name}'

/** `gcloud pubsub topics`, without their messages. */
export const TOPICS = defineResource<Topic>({
  ...PUBSUB,
  group: 'pubsub topics',
  kind: 'pubsub.topic',
  noun: 'topic',
  path: TOPIC,
  json: ({ labels }, address) => ({ labels: shownLabels(labels), name: fill(TOPIC, address) }),
  create: {
    permission: 'pubsub.topics.create',
    flags: [],
    make: (invocation) => ({ labels: invocation.map('--labels'), policy: [] }),
    done: said('Created', 'topic', TOPIC),
  },
  describe: { permission: 'pubsub.topics.get' },
  list: { permission: 'pubsub.topics.list', layout: 'yaml' },
  update: {
    permission: 'pubsub.topics.update',
    flags: [],
    nothing,
    unchanged: UNCHANGED,
    done: said('Updated', 'topic', TOPIC),
  },
  delete: {
    permission: 'pubsub.topics.delete',
    before: (found) => {
      const topic = fill(TOPIC, found)
      for (const one of SUBSCRIPTIONS.kept(found).values()) if (one.topic === topic) one.topic = '_deleted-topic_'
    },
    done: said('Deleted', 'topic', TOPIC),
  },
  iam: { permission: 'pubsub.topics.setIamPolicy', read: 'pubsub.topics.getIamPolicy', unconditional: true },
})

/** Flags that say how messages are delivered. */
const CHANGED = [
  '--ack-deadline',
  '--push-endpoint',
  '--push-auth-service-account',
  '--dead-letter-topic',
  '--max-delivery-attempts',
]

const SUBSCRIPTION = 'projects/{project}/subscriptions/{name}'

/** `gcloud pubsub subscriptions`, without their messages. */
export const SUBSCRIPTIONS = defineResource<Subscription>({
  ...PUBSUB,
  group: 'pubsub subscriptions',
  kind: 'pubsub.subscription',
  noun: 'subscription',
  path: SUBSCRIPTION,
  json: ({ topic, ackDeadline, retention, push, backoff, deadLetter, labels }, address) => ({
    ackDeadlineSeconds: ackDeadline,
    deadLetterPolicy: deadLetter && { deadLetterTopic: deadLetter.topic, maxDeliveryAttempts: deadLetter.attempts },
    expirationPolicy: { ttl: '2678400s' },
    labels: shownLabels(labels),
    messageRetentionDuration: `${retention}s`,
    name: fill(SUBSCRIPTION, address),
    pushConfig: {
      oidcToken: push?.account === undefined ? undefined : { serviceAccountEmail: push.account },
      pushEndpoint: push?.endpoint || undefined,
    },
    retryPolicy: backoff && { maximumBackoff: `${backoff.most}s`, minimumBackoff: `${backoff.least}s` },
    state: 'ACTIVE',
    topic,
  }),
  create: {
    permission: 'pubsub.subscriptions.create',
    flags: ['--topic', ...CHANGED],
    check: (invocation) => needTopic(invocation, topicOf(invocation)),
    make: (invocation) => {
      const one = newSubscription({ topic: fill(TOPIC, topicOf(invocation)), labels: invocation.map('--labels') })
      change(one, invocation)
      return one
    },
    done: said('Created', 'subscription', SUBSCRIPTION),
  },
  describe: { permission: 'pubsub.subscriptions.get' },
  list: { permission: 'pubsub.subscriptions.list', layout: 'yaml' },
  update: {
    permission: 'pubsub.subscriptions.update',
    flags: [...CHANGED, '--clear-dead-letter-policy'],
    nothing,
    unchanged: UNCHANGED,
    change: ({ one }, invocation) => change(one, invocation),
    done: said('Updated', 'subscription', SUBSCRIPTION),
  },
  delete: { permission: 'pubsub.subscriptions.delete', done: said('Deleted', 'subscription', SUBSCRIPTION) },
  iam: {
    permission: 'pubsub.subscriptions.setIamPolicy',
    read: 'pubsub.subscriptions.getIamPolicy',
    unconditional: true,
  },
})

/** A topic by its full name. */
export const topicNamed = (project: Project, name: string): Topic | undefined =>
  TOPICS.kept({ project, within: '' }).get(name.slice(name.lastIndexOf('/') + 1))

function change(one: Subscription, invocation: GcloudInvocation): void {
  one.ackDeadline = Number(invocation.flag('--ack-deadline') ?? one.ackDeadline)
  const endpoint = invocation.flag('--push-endpoint') ?? one.push?.endpoint
  const account = invocation.flag('--push-auth-service-account') ?? one.push?.account
  one.push = endpoint ? { endpoint, account } : undefined
  one.deadLetter = invocation.switch('--clear-dead-letter-policy') ? undefined : deadLetterOf(one, invocation)
}

/** Five attempts unless another number from 5 to 100 is asked for (cloud.google.com/pubsub/docs/dead-letter-topics). */
function deadLetterOf({ deadLetter }: Subscription, invocation: GcloudInvocation): Subscription['deadLetter'] {
  const name = invocation.flag('--dead-letter-topic')
  const topic = name === undefined ? deadLetter?.topic : fill(TOPIC, addressOf(TOPICS, invocation, name))
  const attempts = Number(invocation.flag('--max-delivery-attempts') ?? deadLetter?.attempts ?? 5)
  if (attempts < 5 || attempts > 100)
    throw apiFailure('INVALID_ARGUMENT', 'Invalid max delivery attempts: the value must be between 5 and 100.')
  return topic === undefined ? undefined : { topic, attempts }
}

const topicOf = (invocation: GcloudInvocation): Address =>
  addressOf(TOPICS, invocation, invocation.flag('--topic') ?? '')

/** A subscription is attached to a topic that is there and lets the caller do so. */
const needTopic = (invocation: GcloudInvocation, address: Address): void => {
  const topic = TOPICS.kept(address).get(address.name)
  const permission = 'pubsub.topics.attachSubscription'
  if (!may(address.project, invocation.principal, permission, ...(topic ? [topic.policy] : [])))
    throw refuse(invocation, permission, address)
  if (topic === undefined) throw missing(address, invocation)
}
