import { NotModelled } from '../../model.ts'
import type { CloudCommands } from '../command.ts'
import { SUBSCRIPTIONS, TOPICS } from '../declared/pubsub.ts'
import type { GcloudInvocation } from '../invocation.ts'
import { hashOf } from '../names.ts'
import type { Reply } from '../output.ts'
import { publish } from '../pubsub/publish.ts'
import { messageJson } from '../pubsub/push.ts'
import { fill } from '../resource/address.ts'
import { find } from '../resource/find.ts'

/** One message where no limit says otherwise. With --auto-ack they are gone after it. */
const pull = (invocation: GcloudInvocation): Reply => {
  const { one, name } = find(SUBSCRIPTIONS, invocation, { permission: 'pubsub.subscriptions.consume' })
  if (one.push !== undefined) throw new NotModelled(`a pull from ${name}, whose messages are pushed`)
  const arrived = one.messages.filter(({ dueAt }) => dueAt <= invocation.now)
  const taken = arrived.slice(0, Number(invocation.flag('--limit') ?? 1))
  const isAcked = invocation.switch('--auto-ack') === true
  if (isAcked) one.messages = one.messages.filter((message) => !taken.includes(message))
  invocation.effect(isAcked && taken.length > 0 ? 'delete' : 'read', 'pubsub.message', name)
  const resources = taken.map((message) => ({
    ackId: hashOf(`${name} ${message.id}`, 32),
    ...(isAcked ? { ackStatus: 'SUCCESS' } : {}),
    message: messageJson(message),
  }))
  return { resources, layout: LAYOUT }
}

const LAYOUT =
  "table[box](message.data.decode(base64).decode(utf-8),message.messageId,message.orderingKey,message.attributes.list(separator='\n'),deliveryAttempt,ackId)"

const publishOne = (invocation: GcloudInvocation): Reply => {
  const found = find(TOPICS, invocation, { permission: 'pubsub.topics.publish' })
  const id = publish(invocation.world, found.project, {
    topic: fill(TOPICS.path, found),
    data: invocation.flag('--message') ?? '',
    attributes: invocation.map('--attribute'),
  })
  invocation.effect('create', 'pubsub.message', found.name)
  return { resources: { messageIds: [id] } }
}

/** `gcloud pubsub`, what sends and takes messages. */
export const MESSAGE_COMMANDS: CloudCommands = {
  'pubsub subscriptions pull': { flags: ['--auto-ack'], run: pull },
  'pubsub topics publish': { flags: ['--message', '--attribute'], run: publishOne },
}
