import { needApi, needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import { DOMAIN_MAPPINGS } from '../declared/domain-mappings.ts'
import { GcloudFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { CERTIFICATE_MS, CERTIFICATE_PENDING, type DomainMapping, listenAt, recordsOf } from '../run/domain-mapping.ts'
import { RUN_API, regionOf } from '../run/region.ts'
import type { Project } from '../state.ts'

const HELP = 'https://cloud.google.com/run/docs/mapping-custom-domains/'

const create = (invocation: GcloudInvocation): Reply => {
  const within = regionOf(invocation)
  const project = projectOf(invocation)
  const name = invocation.flag('--domain') ?? ''
  needApi(invocation, project, RUN_API)
  needVerified(invocation, name)
  const resource = `namespaces/${project.id}/domainmappings/${name}`
  needPermission(invocation, project, 'run.domainmappings.create', { resource })
  needFree(invocation, { project, within, name })
  const one = newMapping(invocation, { project, within, name })
  const found = { project, within, name, one }
  DOMAIN_MAPPINGS.kept(found).set(DOMAIN_MAPPINGS.key(found), one)
  listenAt(invocation.world, found)
  invocation.effect('create', DOMAIN_MAPPINGS.kind, name)
  return {
    stderr: `Creating......done.\n${CERTIFICATE_PENDING}\n`,
    resources: recordsOf(name).map((record) => ({ ...record, name: record.name ?? one.service })),
    layout: 'table(name:label=NAME,type:label="RECORD TYPE",rrdata:label=CONTENTS)',
  }
}

/** gcloud takes any domain whose name the other one holds; the API then asks for the domain itself or one above it. */
const needVerified = ({ cloud }: GcloudInvocation, name: string): void => {
  const verified = cloud.domains.map((domain) => domain.name)
  if (!verified.some((domain) => name.includes(domain))) {
    const known = verified.map((domain) => `* ${domain}`).join('\n')
    const domains = known === '' ? 'You currently have no verified domains.' : `Currently verified domains:\n${known}`
    throw new GcloudFailure(
      `The provided domain does not appear to be verified for the current account so a domain mapping cannot be created. Visit [${HELP}] for more information.\n${domains}`,
    )
  }
  if (verified.some((domain) => name === domain || name.endsWith(`.${domain}`))) return
  throw new GcloudFailure(
    `Caller is not authorized to administer the domain '${name}'. If you own '${name}', you can obtain authorization by verifying ownership of the domain, or any of its parent domains, via the Webmaster Central portal: https://www.google.com/webmasters/verification/verification?domain=${name}. We recommend verifying ownership of the largest scope you wish to use with subdomains (eg. verify 'example.com' if you wish to map 'subdomain.example.com').`,
  )
}

interface Place {
  project: Project
  within: string
  name: string
}

const needFree = (invocation: GcloudInvocation, place: Place): void => {
  const { name } = place
  if (DOMAIN_MAPPINGS.kept(place).has(DOMAIN_MAPPINGS.key(place)))
    throw new GcloudFailure(`Domain mapping to [${name}] already exists in this region.`)
  const others = [...invocation.cloud.projects.values()].map((project) => DOMAIN_MAPPINGS.kept({ ...place, project }))
  const taken = others.flatMap((kept) =>
    [...kept.keys()].filter((key) => key.endsWith(`/${name}`)).map((key) => ({ kept, key })),
  )
  if (taken.length > 0 && !invocation.switch('--force-override'))
    throw new GcloudFailure(`Domain mapping to [${name}] is already in use elsewhere.`)
  for (const { kept, key } of taken) kept.delete(key)
}

const newMapping = (invocation: GcloudInvocation, { project, within, name }: Place): DomainMapping => {
  const service = invocation.flag('--service') ?? ''
  if (!project.run.has(`${within}/${service}`)) throw new GcloudFailure(`Route '${service}' does not exist.`)
  const isPointed = invocation.cloud.domains.some(({ hosts }) => hosts.includes(name))
  return {
    service,
    creator: invocation.account,
    createdAt: invocation.now,
    isPointed,
    readyAt: isPointed ? invocation.now + CERTIFICATE_MS : Number.POSITIVE_INFINITY,
  }
}

/** `gcloud beta run domain-mappings create`. */
export const DOMAIN_MAPPING_COMMANDS: CloudCommands = {
  'beta run domain-mappings create': { flags: ['--service', '--domain', '--region', '--force-override'], run: create },
}
