import type { HttpRequest, HttpResponse } from '../../network/network.ts'
import type { CloudState, Project } from '../state.ts'
import { issueAccessToken } from '../tokens.ts'
import { json, text } from './answer.ts'

/** The name of the server that says who an instance is. */
export const METADATA_HOST = 'metadata.google.internal'

/** Who asks: the account its instance runs as, in its project. */
interface Instance {
  project: Project
  account: string
}

/**
 * The metadata server of an instance (cloud.google.com/run/docs/container-contract#metadata-server): its project, and
 * tokens of its account. No key is anywhere.
 */
export const answerMetadata = (
  cloud: CloudState,
  { project, account }: Instance,
  request: HttpRequest,
): HttpResponse => {
  const asked = Object.entries(request.headers).some(
    ([name, value]) => name.toLowerCase() === 'metadata-flavor' && value === 'Google',
  )
  if (!asked) return text(403, 'Missing required header "Metadata-Flavor": "Google"\n')
  const [, path = ''] = /^\/computeMetadata\/v1\/(.*)$/.exec(request.url.pathname) ?? []
  const plain: Readonly<Record<string, string>> = {
    'project/project-id': project.id,
    'project/numeric-project-id': project.number,
    'instance/service-accounts/default/email': account,
  }
  const value = plain[path]
  if (value !== undefined) return text(200, value, { 'content-type': 'application/text', ...FLAVOR })
  if (path !== 'instance/service-accounts/default/token') return text(404, 'Not Found\n')
  const token = { access_token: issueAccessToken(cloud, account), expires_in: 3599, token_type: 'Bearer' }
  return { ...json(200, token), headers: { 'content-type': 'application/json', ...FLAVOR } }
}

const FLAVOR = { 'metadata-flavor': 'Google' }
