import type { Policy } from '../policy.ts'

export interface Topic {
  labels: Record<string, string>
  policy: Policy
}

/** A message on its way to a subscription. */
export interface Message {
  id: string
  data: string
  attributes: Readonly<Record<string, string>>
  publishedAt: number
  /** How often it was sent and not taken. */
  attempts: number
  /** When it is sent next. */
  dueAt: number
}

export interface Subscription {
  /** Full name of its topic. */
  topic: string
  /** Seconds. */
  ackDeadline: number
  /** How long a message nobody takes is kept, in seconds. */
  retention: number
  /** Where messages are sent, and the account whose token they have; else they are pulled. */
  push: { endpoint: string; account: string | undefined } | undefined
  /** Seconds between two attempts: the first time, and at most. */
  backoff: { least: number; most: number } | undefined
  /** Where a message goes that was sent so often. */
  deadLetter: { topic: string; attempts: number } | undefined
  /** The trigger whose transport it is, by its key. */
  trigger: string | undefined
  labels: Record<string, string>
  policy: Policy
  messages: Message[]
}

/** A subscription as it is where nothing else is asked for (cloud.google.com/pubsub/docs/create-push-subscription). */
export const newSubscription = (given: Pick<Subscription, 'topic'> & Partial<Subscription>): Subscription => ({
  ackDeadline: 10,
  retention: 604_800,
  push: undefined,
  backoff: undefined,
  deadLetter: undefined,
  trigger: undefined,
  labels: {},
  policy: [],
  messages: [],
  ...given,
})
