import { SUBSCRIPTIONS, TOPICS } from '../declared/pubsub.ts'
import { digits } from '../names.ts'
import { newSubscription } from '../pubsub/model.ts'
import { serviceUrl } from '../run/address.ts'
import type { Project, Trigger } from '../state.ts'

type Named = Pick<Trigger, 'name' | 'location'>

const shortName = ({ name, location }: Named, kind: '' | 'sub-'): string =>
  `eventarc-${location}-${name}-${kind}${digits(`${location}/${name}`, 3)}`

/** Full name of the topic Eventarc makes for a trigger. */
export const topicOfTrigger = (project: Project, trigger: Named): string =>
  `projects/${project.id}/topics/${shortName(trigger, '')}`

/** Full name of the subscription Eventarc makes for a trigger. */
export const subscriptionOfTrigger = (project: Project, trigger: Named): string =>
  `projects/${project.id}/subscriptions/${shortName(trigger, 'sub-')}`

/** Makes the way of a trigger's events: a topic, and a subscription that keeps each for a day (cloud.google.com/eventarc/docs/retry-events). */
export const makeTransport = (project: Project, trigger: Trigger): void => {
  const scope = { project, within: '' }
  TOPICS.kept(scope).set(shortName(trigger, ''), { labels: {}, policy: [] })
  const subscription = newSubscription({
    topic: topicOfTrigger(project, trigger),
    retention: 86_400,
    push: pushOf(project, trigger),
    backoff: { least: 10, most: 600 },
    trigger: `${trigger.location}/${trigger.name}`,
  })
  SUBSCRIPTIONS.kept(scope).set(shortName(trigger, 'sub-'), subscription)
}

/** Sends what comes from now on as the trigger says now. */
export const redirectTransport = (project: Project, trigger: Trigger): void => {
  const subscription = SUBSCRIPTIONS.kept({ project, within: '' }).get(shortName(trigger, 'sub-'))
  if (subscription) subscription.push = pushOf(project, trigger)
}

const pushOf = (project: Project, { service, serviceRegion, path, serviceAccount }: Trigger) => ({
  endpoint: `${serviceUrl(project, { name: service, region: serviceRegion })}${path}`,
  account: serviceAccount || undefined,
})

/** Deletes it, and the events that were on their way with it. */
export const removeTransport = (project: Project, trigger: Named): void => {
  const scope = { project, within: '' }
  TOPICS.kept(scope).delete(shortName(trigger, ''))
  SUBSCRIPTIONS.kept(scope).delete(shortName(trigger, 'sub-'))
}
