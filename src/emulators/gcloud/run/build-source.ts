import { needApi, needPermission } from '../access.ts'
import { PACK_IMAGE } from '../build/buildpacks.ts'
import { BUILD_API, submitBuild } from '../build/cloud-build.ts'
import type { BuildStep } from '../build/config.ts'
import { ARTIFACT_API, registryPath } from '../declared/repositories.ts'
import { GcloudFailure } from '../failure.ts'
import { absolutePath } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'

const REPOSITORY = 'cloud-run-source-deploy'
/** Before an address, in the full name of an account. */
const ACCOUNT_PATH = /^projects\/[^/]+\/serviceAccounts\//

/** Builds what `--source` names into the repository gcloud keeps for that: with its Dockerfile, or else with buildpacks. */
export const buildFromSource = async (
  invocation: GcloudInvocation,
  { project, region, name, isNew }: { project: Project; region: string; name: string; isNew: boolean },
): Promise<{ image: string; log: string }> => {
  const source = absolutePath(invocation, invocation.flag('--source') ?? '.')
  const { files } = invocation.call
  if (!(await files.isDirectory(source)))
    throw new GcloudFailure(`could not find source [${invocation.flag('--source')}]`)
  const hasDockerfile = await files.exists(`${source}/Dockerfile`)
  needApi(invocation, project, ARTIFACT_API)
  needApi(invocation, project, BUILD_API)
  const repository = ensureRepository(invocation, project, region)
  needPermission(invocation, project, 'cloudbuild.builds.create', { resource: `projects/${project.id}` })
  const image = `${registryPath(project, { location: region, name: REPOSITORY })}/${name}`
  const step = hasDockerfile ? dockerStep(image) : packStep(image, invocation.map('--set-build-env-vars'))
  const config = { steps: [step], images: [image], serviceAccount: undefined, logsPlaced: false }
  const { build } = await submitBuild(invocation, {
    project,
    region,
    config,
    source,
    account: invocation.flag('--build-service-account')?.replace(ACCOUNT_PATH, ''),
  })
  const how = hasDockerfile ? 'Dockerfile' : 'Buildpacks'
  const header = `Building using ${how} and deploying container to Cloud Run service [${name}] in project [${project.id}] region [${region}]\n`
  const ended = build.status === 'SUCCESS' ? 'done' : 'failed'
  const log = `${repository.asked}${header}Building and deploying${isNew ? ' new service' : ''}...\n${repository.made}Uploading sources.....done\nBuilding Container...${ended}\n`
  if (build.status !== 'SUCCESS')
    throw new GcloudFailure('Build failed; check build logs for details', { before: `${log}Deployment failed\n` })
  return { image, log }
}

const dockerStep = (image: string): BuildStep => ({
  name: 'gcr.io/cloud-builders/docker',
  args: ['build', '-t', image, '.'],
  entrypoint: undefined,
  dir: '',
  env: [],
})

const packStep = (image: string, env: Readonly<Record<string, string>>): BuildStep => ({
  name: PACK_IMAGE,
  args: ['build', image, '--builder', 'gcr.io/buildpacks/builder:latest', '--network', 'cloudbuild'],
  entrypoint: 'pack',
  dir: '',
  env: Object.entries(env).map(([name, value]) => `${name}=${value}`),
})

/** Makes the repository the first time, once asked. Gives what gcloud prints for that: before its stages, and among them. */
const ensureRepository = (invocation: GcloudInvocation, project: Project, region: string) => {
  if (project.repositories.has(`${region}/${REPOSITORY}`)) return { asked: '', made: '' }
  const message = `Deploying from source requires an Artifact Registry Docker repository to store built containers. A repository named [${REPOSITORY}] in region [${region}] will be created.`
  if (!invocation.confirm(message)) throw new GcloudFailure('Aborted by user.')
  needPermission(invocation, project, 'artifactregistry.repositories.create', { resource: `projects/${project.id}` })
  const repository = {
    name: REPOSITORY,
    location: region,
    format: 'DOCKER',
    description: 'Cloud Run Source Deployments',
    labels: {},
    immutableTags: false,
    policy: [],
    createdAt: invocation.now,
  }
  project.repositories.set(`${region}/${REPOSITORY}`, repository)
  invocation.world.registries.allow(registryPath(project, repository))
  invocation.effect('create', 'artifacts.repository', `${region}/${REPOSITORY}`)
  const asked = `${message}\n\n${invocation.switch('--quiet') ? '' : 'Do you want to continue (Y/n)?  \n'}`
  return { asked, made: 'Creating Container Repository...done\n' }
}
