import type { World } from '../../world.ts'
import type { JsonObject } from '../json.ts'
import { iso } from '../moment.ts'
import { uuid } from '../names.ts'
import type { Found } from '../resource/declaration.ts'
import { page, serve } from './serve.ts'

/** A domain that a service answers at. */
export interface DomainMapping {
  /** The service, in the region of the mapping. */
  service: string
  creator: string
  createdAt: number
  /** Whether the domain's DNS records say where Cloud Run is. */
  isPointed: boolean
  /** When its certificate is there: at no time while DNS points elsewhere. */
  readyAt: number
}

/** A record that the domain's DNS must have. */
export interface DnsRecord extends JsonObject {
  name?: string
  rrdata: string
  type: string
}

/** Google takes a quarter of an hour as a rule, and up to a day. A dry run waits too, but not as long. */
export const CERTIFICATE_MS = 20_000

/** What gcloud says until the certificate is there. */
export const CERTIFICATE_PENDING =
  'Waiting for certificate provisioning. You must configure your DNS records for certificate issuance to begin.'

const ADDRESSES = ['32', '34', '36', '38']

/** The records of a host: an alias for a host in a domain, addresses for the domain itself (cloud.google.com/run/docs/mapping-custom-domains#dns_update). */
export const recordsOf = (host: string): DnsRecord[] => {
  const [label = '', ...rest] = host.split('.')
  if (rest.length > 1)
    return [{ name: [label, ...rest.slice(0, -2)].join('.'), rrdata: 'ghs.googlehosted.com.', type: 'CNAME' }]
  return [
    ...ADDRESSES.map((part) => ({ rrdata: `216.239.${part}.21`, type: 'A' })),
    ...ADDRESSES.map((part) => ({ rrdata: `2001:4860:4802:${part}::15`, type: 'AAAA' })),
  ]
}

/** A mapping as the API answers it (domains.cloudrun.com/v1). */
export const domainMappingJson = (
  { service, creator, createdAt, readyAt }: DomainMapping,
  { project, within, name }: Omit<Found<DomainMapping>, 'one'>,
  now: number,
): JsonObject => ({
  apiVersion: 'domains.cloudrun.com/v1',
  kind: 'DomainMapping',
  metadata: {
    annotations: {
      'run.googleapis.com/launch-stage': 'BETA',
      'serving.knative.dev/creator': creator,
      'serving.knative.dev/lastModifier': creator,
    },
    creationTimestamp: iso(createdAt),
    generation: 1,
    labels: { 'cloud.googleapis.com/location': within },
    name,
    namespace: project.number,
    selfLink: `/apis/domains.cloudrun.com/v1/namespaces/${project.number}/domainmappings/${name}`,
    uid: uuid(`${within}/${name}`),
  },
  spec: { certificateMode: 'AUTOMATIC', routeName: service },
  status: {
    conditions: conditions({ isReady: now >= readyAt, at: iso(now >= readyAt ? readyAt : createdAt) }),
    mappedRouteName: service,
    observedGeneration: 1,
    resourceRecords: recordsOf(name),
  },
})

const conditions = ({ isReady, at: lastTransitionTime }: { isReady: boolean; at: string }): JsonObject[] =>
  ['Ready', 'CertificateProvisioned', 'DomainRoutable'].map((type) =>
    isReady || type === 'DomainRoutable'
      ? { lastTransitionTime, status: 'True', type }
      : { lastTransitionTime, message: CERTIFICATE_PENDING, reason: 'CertificatePending', status: 'Unknown', type },
  )

/** Puts a domain that DNS points at Cloud Run on the network: without TLS until its certificate is there. */
export const listenAt = (world: World, { project, within, name, one }: Found<DomainMapping>): void => {
  if (!one.isPointed) return
  world.network.listen(name, async (request) => {
    if (world.clock.now() < one.readyAt) return 'tls'
    const service = project.run.get(`${within}/${one.service}`)
    return service === undefined ? NOT_FOUND : serve({ world, project, service }, request)
  })
}

const NOT_FOUND = page(404, 'Page not found', 'The requested URL was not found on this server.')
