import type { HttpRequest, HttpResponse, NetworkFailure } from '../../network/network.ts'
import type { World } from '../../world.ts'
import { may } from '../access.ts'
import { momentOf } from '../moment.ts'
import type { Project } from '../state.ts'
import { GCLOUD_AUDIENCE } from '../tokens.ts'
import { hashedHost, serviceHost, serviceUrl, tagHost } from './address.ts'
import { latestReady, type Revision, type RunService } from './service-state.ts'

interface Front {
  world: World
  project: Project
  service: RunService
  /** Whether the request comes from inside Google Cloud. */
  isInside?: true
}

/** Puts a service's addresses on the network, as they are after a deployment or a change of traffic. */
export const listen = (front: Front): void => {
  const { world, project, service } = front
  for (const host of [serviceHost(project, service), hashedHost(project, service)]) {
    world.network.listen(host, (request) => serve(front, request))
  }
  for (const { tag, revision } of service.traffic) {
    if (tag === undefined) continue
    const find = () =>
      revision === undefined ? latestReady(service) : service.revisions.find(({ name }) => name === revision)
    world.network.listen(tagHost(project, service, tag), (request) => answer(front, request, find))
  }
}

/** A request from outside, at any address of a service as a whole. */
export const serve = (front: Front, request: HttpRequest): Promise<Answer> =>
  answer(front, request, () => nextRevision(front.service))

/** Takes a service's addresses off the network, and ends its instances. */
export const unlisten = ({ world, project, service }: Front): void => {
  const tags = service.traffic.flatMap(({ tag }) => (tag === undefined ? [] : [tagHost(project, service, tag)]))
  for (const host of [serviceHost(project, service), hashedHost(project, service), ...tags]) world.network.close(host)
}

type Answer = HttpResponse | NetworkFailure

/** A request from inside Google Cloud, which no ingress setting keeps out. */
export const deliver = (front: Front, request: HttpRequest): Promise<Answer> =>
  answer({ ...front, isInside: true }, request, () => nextRevision(front.service))

const answer = async (front: Front, request: HttpRequest, find: () => Revision | undefined): Promise<Answer> => {
  const refused = refuse(front, request)
  const revision = refused ? undefined : find()
  const response = refused ?? (await forward(revision, request))
  const text = refused && WHY_REFUSED[refused.status]
  logRequest(front, request, { revision: revision?.name ?? '', response, text })
  return response
}

const forward = async (revision: Revision | undefined, request: HttpRequest): Promise<Answer> => {
  if (!revision?.instance) return page(503, 'Service Unavailable', 'The service you requested is not available yet.')
  const headers = { ...request.headers, 'x-forwarded-proto': 'https' }
  return revision.instance.handle({ ...request, headers })
}

/** 404 outside its ingress, 401 for a token it does not accept, 403 for a caller who may not invoke it. */
const refuse = (front: Front, request: HttpRequest): HttpResponse | undefined => {
  const { project, service } = front
  if (service.ingress !== 'all' && !front.isInside)
    return page(404, 'Page not found', 'The requested URL was not found on this server.')
  if (may(project, 'allUsers', 'run.routes.invoke', service.policy)) return undefined
  const bearer = /^Bearer (\S+)$/i.exec(header(request, 'authorization') ?? '')?.[1]
  if (bearer === undefined) return forbidden(request)
  const token = front.world.cloud.identityTokens.get(bearer)
  if (token === undefined || !isFor(front, token.audience)) return unauthorized(request)
  const kind = token.email.endsWith('.gserviceaccount.com') ? 'serviceAccount' : 'user'
  return may(project, `${kind}:${token.email}`, 'run.routes.invoke', service.policy) ? undefined : forbidden(request)
}

const TROUBLESHOOTING =
  'Read more at https://cloud.google.com/run/docs/securing/authenticating Additional troubleshooting documentation can be found at: https://cloud.google.com/run/docs/troubleshooting'

/** What the log says of a request Cloud Run refused (cloud.google.com/run/docs/troubleshooting#401, #unauthorized-client). */
const WHY_REFUSED: Readonly<Record<number, string>> = {
  401: `The request was not authorized to invoke this service. ${TROUBLESHOOTING}#401`,
  403: `The request was not authenticated. Either allow unauthenticated invocations or set the proper Authorization header. ${TROUBLESHOOTING}#unauthorized-client`,
}

const isFor = ({ project, service }: Front, audience: string): boolean =>
  service.customAudiences.includes(audience) ||
  [GCLOUD_AUDIENCE, serviceUrl(project, service), `https://${hashedHost(project, service)}`].includes(
    audience.replace(/\/$/, ''),
  )

const header = ({ headers }: HttpRequest, name: string): string | undefined =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/** An error as Google's front has it. */
export const page = (status: number, title: string, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: `
<html><head>
<meta http-equiv="content-type" content="text/html;charset=utf-8">
<title>${status} ${title}</title>
</head>
<body text=#000000 bgcolor=#ffffff>
<h1>Error: ${title}</h1>
<h2>${text}</h2>
<h2></h2>
</body></html>
`,
})

const forbidden = ({ url }: HttpRequest): HttpResponse =>
  page(
    403,
    'Forbidden',
    `Your client does not have permission to get URL <code>${url.pathname}</code> from this server.`,
  )

const unauthorized = ({ url }: HttpRequest): HttpResponse =>
  page(401, 'Unauthorized', `Your client does not have permission to the requested URL <code>${url.pathname}</code>.`)

/** Splits requests by percent, the same way in every run: who is owed most is next. */
const nextRevision = (service: RunService): Revision | undefined => {
  const shares = service.traffic.filter(({ percent }) => percent > 0)
  let chosen: string | undefined
  for (const { revision, percent } of shares) {
    const name = revision ?? latestReady(service)?.name ?? ''
    service.credit.set(name, (service.credit.get(name) ?? 0) + percent)
    if (chosen === undefined || (service.credit.get(name) ?? 0) > (service.credit.get(chosen) ?? 0)) chosen = name
  }
  if (chosen === undefined) return undefined
  service.credit.set(chosen, (service.credit.get(chosen) ?? 0) - 100)
  return service.revisions.find(({ name }) => name === chosen)
}

const logRequest = (
  { world, project, service }: Front,
  request: HttpRequest,
  { revision, response, text }: { revision: string; response: Answer; text: string | undefined },
): void => {
  const status = typeof response === 'string' ? 503 : response.status
  project.logs.push({
    timestamp: momentOf(world),
    severity: status >= 500 ? 'ERROR' : status >= 400 ? 'WARNING' : 'INFO',
    logName: `projects/${project.id}/logs/run.googleapis.com%2Frequests`,
    service: service.name,
    revision,
    region: service.region,
    ...(text === undefined ? {} : { text }),
    request: { method: request.method, url: request.url.href, status, userAgent: header(request, 'user-agent') ?? '' },
  })
}
