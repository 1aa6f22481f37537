import { needApi, projectOf } from '../access.ts'
import type { CloudCommands } from '../command.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { RUN_API } from '../run/region.ts'
import { needsPerson } from './needs-person.ts'

/** Cloud Run knows them, where App Engine is not used. */
const listUserVerified = (invocation: GcloudInvocation): Reply => {
  needApi(invocation, projectOf(invocation), RUN_API)
  invocation.effect('read', 'domain', 'all')
  const resources = invocation.cloud.domains.map(({ name }) => ({ id: name, name }))
  return { resources, layout: 'table(id:sort=1)' }
}

/** `gcloud domains`. */
export const DOMAIN_COMMANDS: CloudCommands = {
  'domains list-user-verified': { flags: [], run: listUserVerified },
  'domains verify': needsPerson('gcloud domains verify'),
}
