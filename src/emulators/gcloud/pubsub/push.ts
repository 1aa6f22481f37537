import type { World } from '../../world.ts'
import { deliverEvent } from '../eventarc/deliver.ts'
import { iso } from '../moment.ts'
import type { Project } from '../state.ts'
import { issueIdentityToken } from '../tokens.ts'
import type { Message, Subscription } from './model.ts'

interface Sent {
  project: Project
  /** Of the subscription. */
  name: string
  subscription: Subscription
  message: Message
}

/** Sends a message to where its subscription pushes. Gives whether it was taken. */
export const push = async (world: World, sent: Sent): Promise<boolean> => {
  const { project, subscription, message } = sent
  if (subscription.trigger === undefined) return pushWrapped(world, sent)
  const trigger = project.triggers.get(subscription.trigger)
  return trigger !== undefined && deliverEvent(world, { project, trigger, message })
}

/** A message in JSON, with a token for the endpoint (cloud.google.com/pubsub/docs/payload-unwrapping, authenticate-push-subscriptions). */
const pushWrapped = async (world: World, { project, name, subscription, message }: Sent): Promise<boolean> => {
  const { endpoint = '', account } = subscription.push ?? {}
  const url = new URL(endpoint)
  const token = account && issueIdentityToken(world.cloud, { email: account, audience: url.origin })
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'CloudPubSub-Google',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const body = JSON.stringify({
    message: messageJson(message),
    subscription: `projects/${project.id}/subscriptions/${name}`,
  })
  const answer = await world.network.fetch({ method: 'POST', url, headers, body })
  return typeof answer !== 'string' && [102, 200, 201, 202, 204].includes(answer.status)
}

/** A message as the API has it: its data are Base64. */
export const messageJson = ({ id, data, attributes, publishedAt }: Message) => ({
  attributes,
  data: btoa(String.fromCharCode(...new TextEncoder().encode(data))),
  messageId: id,
  publishTime: iso(publishedAt),
})
