import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'

const GCR = ['gcr.io', 'us.gcr.io', 'eu.gcr.io', 'asia.gcr.io', 'staging-k8s.gcr.io', 'marketplace.gcr.io']

/** Names gcloud as the credential helper of registries in the laptop's Docker configuration. */
export const configureDocker = async (invocation: GcloudInvocation): Promise<Reply> => {
  const path = `${invocation.call.env.HOME ?? '/root'}/.docker/config.json`
  const config = await readConfig(invocation, path)
  const named = invocation.argument('REGISTRIES')
  const wanted = named === '' ? GCR : named.split(',')
  const missing = wanted.filter((host) => config.credHelpers?.[host] !== 'gcloud')
  const already = config.credHelpers ? existing(path, config.credHelpers) : ''
  const subject =
    named === ''
      ? `${'Adding credentials for all GCR repositories.'}\n${LONG_LIST}`
      : `Adding credentials for: ${wanted.join(', ')}\n`
  if (missing.length === 0) {
    invocation.effect('read', 'docker.config', path)
    return { stderr: `${already}${subject}gcloud credential helpers already registered correctly.\n` }
  }
  const credHelpers = { ...config.credHelpers, ...Object.fromEntries(wanted.map((host) => [host, 'gcloud'])) }
  await invocation.call.files.write(path, `${JSON.stringify({ ...config, credHelpers }, null, 2)}\n`)
  invocation.effect('update', 'docker.config', path)
  return {
    stderr: `${already}${subject}${planned(path, credHelpers)}${asked(invocation)}Docker configuration file updated.\n`,
  }
}

type DockerConfig = Record<string, unknown> & { credHelpers?: Record<string, string> }

const readConfig = async ({ call }: GcloudInvocation, path: string): Promise<DockerConfig> =>
  (await call.files.exists(path)) ? (JSON.parse(await call.files.read(path)) as DockerConfig) : {}

const LONG_LIST =
  "WARNING: A long list of credential helpers may cause delays running 'docker build'. We recommend passing the registry name to configure only the registry you are using.\n"

const existing = (path: string, credHelpers: Record<string, string>): string =>
  `WARNING: Your config file at [${path}] contains these credential helper entries:\n\n${JSON.stringify({ credHelpers }, null, 2)}\n`

const planned = (path: string, credHelpers: Record<string, string>): string =>
  `After update, the following will be written to your Docker config file located \nat [${path}]:\n ${JSON.stringify({ credHelpers }, null, 2)}\n\n`

const asked = (invocation: GcloudInvocation): string =>
  invocation.switch('--quiet') ? '' : 'Do you want to continue (Y/n)?  \n'
