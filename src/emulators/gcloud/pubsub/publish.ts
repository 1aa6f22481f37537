import type { World } from '../../world.ts'
import { SUBSCRIPTIONS } from '../declared/pubsub.ts'
import { momentOf } from '../moment.ts'
import { digits } from '../names.ts'
import type { Project } from '../state.ts'
import type { Message } from './model.ts'

/** How long a message takes from who publishes it to who is sent it, in milliseconds. */
const ON_THE_WAY = 1000

/** Gives a message to every subscription of a topic, by the topic's full name. */
export const publish = (
  world: World,
  project: Project,
  { topic, ...message }: Pick<Message, 'data' | 'attributes'> & { topic: string },
): string => {
  world.cloud.sequence += 1
  const id = digits(`${topic} ${world.cloud.sequence}`, 16)
  const publishedAt = momentOf(world)
  for (const subscription of SUBSCRIPTIONS.kept({ project, within: '' }).values())
    if (subscription.topic === topic)
      subscription.messages.push({ ...message, id, publishedAt, attempts: 0, dueAt: publishedAt + ON_THE_WAY })
  return id
}
