import type { World } from '../../world.ts'
import { may } from '../access.ts'
import { SUBSCRIPTIONS, topicNamed } from '../declared/pubsub.ts'
import type { Project } from '../state.ts'
import type { Message, Subscription } from './model.ts'
import { publish } from './publish.ts'
import { push } from './push.ts'

/** Google's account for Pub/Sub in a project: it forwards dead letters. */
export const pubsubAgent = ({ number }: Project): string => `service-${number}@gcp-sa-pubsub.iam.gserviceaccount.com`

interface Due {
  project: Project
  name: string
  subscription: Subscription
  message: Message
}

/**
 * Sends every message that is due by now, in the order of their times: what one causes arrives after it, so that a world
 * in which time was skipped is as one in which it passed. Does nothing while a message is being sent. What follows is no
 * effect of whoever happens to ask meanwhile.
 */
export const settle = async (world: World): Promise<void> => {
  const { cloud } = world
  if (cloud.delivering !== undefined) return
  try {
    for (let next = nextDue(world); next !== undefined; next = nextDue(world)) {
      cloud.delivering = next.message.dueAt
      await attempt(world, next)
    }
  } finally {
    delete cloud.delivering
  }
}

const nextDue = ({ cloud, clock }: World): Due | undefined => {
  const all = [...cloud.projects.values()].flatMap((project) =>
    [...SUBSCRIPTIONS.kept({ project, within: '' })].flatMap(([name, subscription]) =>
      subscription.push === undefined
        ? []
        : subscription.messages.map((message) => ({ project, name, subscription, message })),
    ),
  )
  const due = all.filter(({ message }) => message.dueAt <= clock.now())
  return due.sort((a, b) => a.message.dueAt - b.message.dueAt)[0]
}

/** Sends a message once. What is not taken comes again, until it is too old or goes to the dead letters. */
const attempt = async (world: World, due: Due): Promise<void> => {
  const { subscription, message } = due
  if (await push(world, due)) return drop(due)
  message.attempts += 1
  if (isDead(due)) return forward(world, due)
  message.dueAt += delayOf(due)
  if (message.dueAt - message.publishedAt > subscription.retention * 1000) drop(due)
}

const drop = ({ subscription, message }: Due): void => {
  subscription.messages = subscription.messages.filter((one) => one !== message)
}

/** Twice as long after each attempt (cloud.google.com/pubsub/docs/handling-failures). */
const delayOf = ({ subscription: { backoff = { least: 10, most: 600 } }, message }: Due): number =>
  Math.min(backoff.least * 2 ** (message.attempts - 1), backoff.most) * 1000

/** Forwarding takes two roles of Pub/Sub's own account; without them the message goes on being sent. */
const isDead = ({ project, subscription, message }: Due): boolean => {
  const { deadLetter, policy } = subscription
  if (deadLetter === undefined || message.attempts < deadLetter.attempts) return false
  const agent = `serviceAccount:${pubsubAgent(project)}`
  const topic = topicNamed(project, deadLetter.topic)
  return (
    topic !== undefined &&
    may(project, agent, 'pubsub.topics.publish', topic.policy) &&
    may(project, agent, 'pubsub.subscriptions.consume', policy)
  )
}

const forward = (world: World, due: Due): void => {
  const { project, name, subscription, message } = due
  drop(due)
  publish(world, project, {
    topic: subscription.deadLetter?.topic ?? '',
    data: message.data,
    attributes: {
      ...message.attributes,
      CloudPubSubDeadLetterSourceDeliveryCount: String(message.attempts),
      CloudPubSubDeadLetterSourceSubscription: name,
      CloudPubSubDeadLetterSourceSubscriptionProject: project.id,
    },
  })
}
