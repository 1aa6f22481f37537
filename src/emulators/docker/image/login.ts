import { fail, succeed } from '../../model.ts'
import { type DockerCommand, type DockerInvocation, record } from '../invocation.ts'
import { unreachable } from './registry-access.ts'

/** `docker login`. There is no terminal to ask on. Artifact Registry takes tokens of this world, Docker Hub its accounts; elsewhere any password is right. */
export const login: DockerCommand = async (at) => {
  const { flags, call, state } = at
  const host = registryOf(at.operands[0])
  const user = flags.value('username')
  const isPiped = flags.has('password-stdin')
  const password = isPiped ? call.stdin.replace(/\r?\n$/, '') : flags.value('password')
  if (isPiped && user === undefined) return fail('Must provide --username with --password-stdin\n')
  if (isPiped && flags.has('password'))
    return fail('conflicting options: cannot specify both --password and --password-stdin\n')
  if (user === undefined || password === undefined)
    return fail('Error: Cannot perform an interactive login from a non TTY device\n')
  if (password === '') return fail('password is empty\n')
  const reason = await unreachable(call, host)
  if (reason !== undefined) return fail(`Error response from daemon: ${reason}\n`)
  if (!isAccepted(at, { host, user, password })) return fail(`Error response from daemon: ${refusalOf(host)}\n`)
  state.logins.set(host, user)
  record(at, 'update', 'login', host)
  const warning = isPiped ? '' : 'WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n'
  return succeed('Login Succeeded\n', warning)
}

/** `docker logout`. */
export const logout: DockerCommand = (at) => {
  const host = registryOf(at.operands[0])
  if (!at.state.logins.delete(host)) return succeed(`Not logged in to ${shown(host)}\n`)
  record(at, 'delete', 'login', host)
  return succeed(`Removing login credentials for ${shown(host)}\n`)
}

const refusalOf = (host: string): string =>
  host === 'docker.io'
    ? 'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password'
    : `Get "https://${host}/v2/": unauthorized: authentication failed`

/** A person's access token, or a key file, which is taken as it is when it is JSON. */
function isAccepted(at: DockerInvocation, given: { host: string; user: string; password: string }): boolean {
  if (given.host === 'docker.io') return at.call.world.hub.accepts(given.user, given.password)
  if (!/\.pkg\.dev$/.test(given.host)) return true
  if (given.user === 'oauth2accesstoken') return at.call.world.cloud.accessTokens.has(given.password)
  return given.user === '_json_key' && /^\s*\{/.test(given.password)
}

const shown = (host: string): string => (host === 'docker.io' ? 'https://index.docker.io/v1/' : host)

const registryOf = (server = 'docker.io'): string => {
  const host = server.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  return /^(index\.|registry-1\.)?docker\.io$/.test(host) ? 'docker.io' : host
}
