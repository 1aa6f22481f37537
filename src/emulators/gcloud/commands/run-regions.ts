import { REGIONS } from '#schema/parameter/gcp-region.ts'
import { needApi, needPermission, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { RUN_API } from '../run/region.ts'

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectOf(invocation)
  needApi(invocation, project, RUN_API)
  needPermission(invocation, project, 'run.services.get', { resource: `namespaces/${project.id}/services` })
  invocation.effect('read', 'run.region', 'all')
  return { resources: REGIONS.map((locationId) => ({ locationId })), layout: 'table(locationId:label=NAME:sort=1)' }
}

/** `gcloud run regions`. */
export const RUN_REGION_COMMANDS: CloudCommands = { 'run regions list': { flags: [], run: list } }
