import type { World } from '../../world.ts'
import { may } from '../access.ts'
import { momentOf } from '../moment.ts'
import type { Message } from '../pubsub/model.ts'
import { serviceUrl } from '../run/address.ts'
import { deliver } from '../run/serve.ts'
import type { Project, Trigger } from '../state.ts'
import { issueIdentityToken } from '../tokens.ts'

/** Sends an event to the service of a trigger, as its account. Gives whether the service took it. */
export const deliverEvent = async (
  world: World,
  { project, trigger, message }: { project: Project; trigger: Trigger; message: Message },
): Promise<boolean> => {
  const service = project.run.get(`${trigger.serviceRegion}/${trigger.service}`)
  if (!service) return false
  if (!may(project, `serviceAccount:${trigger.serviceAccount}`, 'eventarc.events.receiveEvent')) {
    denied(world, project, trigger)
    return false
  }
  const url = serviceUrl(project, service)
  const token = issueIdentityToken(world.cloud, { email: trigger.serviceAccount, audience: url })
  const headers = { ...headersOf(message), host: new URL(url).host, authorization: `Bearer ${token}` }
  const request = { method: 'POST', url: new URL(trigger.path, url), headers, body: message.data }
  const answer = await deliver({ world, project, service }, request)
  return typeof answer !== 'string' && answer.status < 300
}

const headersOf = ({ attributes, data }: Message): Record<string, string> => ({
  accept: 'application/json',
  'content-type': 'application/json',
  'content-length': String(new TextEncoder().encode(data).length),
  'user-agent': 'APIs-Google; (+https://developers.google.com/webmasters/APIs-Google.html)',
  ...attributes,
})

/** Nothing arrives; the log says why. */
const denied = (world: World, project: Project, trigger: Trigger): void => {
  project.logs.push({
    timestamp: momentOf(world),
    severity: 'ERROR',
    logName: `projects/${project.id}/logs/eventarc.googleapis.com%2Ftrigger`,
    service: trigger.service,
    revision: '',
    region: trigger.serviceRegion,
    text: `Error 403: trigger ${trigger.name} was not delivered: Permission 'eventarc.events.receiveEvent' denied for service account ${trigger.serviceAccount} on project ${project.id}.`,
  })
}
