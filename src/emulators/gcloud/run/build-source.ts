import { NotModelled } from '../../model.ts'
import { needApi, needPermission } from '../access.ts'
import { BUILD_API, submitBuild } from '../build/cloud-build.ts'
import { ARTIFACT_API, registryPath } from '../declared/repositories.ts'
import { GcloudFailure } from '../failure.ts'
import { absolutePath } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'

const REPOSITORY = 'cloud-run-source-deploy'
/** Before an address, in the full name of an account. */
const ACCOUNT_PATH = /^projects\/[^/]+\/serviceAccounts\//

/** Builds what `--source` names, with its Dockerfile, into the repository gcloud keeps for that. */
export const buildFromSource = async (
  invocation: GcloudInvocation,
  { project, region, name }: { project: Project; region: string; name: string },
): Promise<{ image: string; log: string }> => {
  const source = absolutePath(invocation, invocation.flag('--source') ?? '.')
  if (!(await invocation.call.files.isDirectory(source)))
    throw new GcloudFailure(`could not find source [${invocation.flag('--source')}]`)
  if (!(await invocation.call.files.exists(`${source}/Dockerfile`)))
    throw new NotModelled('a deployment from source without a Dockerfile (buildpacks)')
  needApi(invocation, project, ARTIFACT_API)
  needApi(invocation, project, BUILD_API)
  const asked = ensureRepository(invocation, project, region)
  const image = `${registryPath(project, { location: region, name: REPOSITORY })}/${name}`
  const step = {
    name: 'gcr.io/cloud-builders/docker',
    args: ['build', '-t', image, '.'],
    entrypoint: undefined,
    dir: '',
    env: [],
  }
  const config = { steps: [step], images: [image], serviceAccount: undefined, logsPlaced: false }
  const { build } = await submitBuild(invocation, {
    project,
    region,
    config,
    source,
    account: invocation.flag('--build-service-account')?.replace(ACCOUNT_PATH, ''),
  })
  const log = `${asked}Building using Dockerfile and deploying container to Cloud Run service [${name}] in project [${project.id}] region [${region}]\nBuilding and deploying...\nUploading sources.....done\nBuilding Container...${build.status === 'SUCCESS' ? 'done' : 'failed'}\n`
  if (build.status !== 'SUCCESS') throw new GcloudFailure('Build failed; check build logs for details', { before: log })
  return { image, log }
}

/** Makes the repository the first time, once asked. Gives what gcloud prints for that. */
const ensureRepository = (invocation: GcloudInvocation, project: Project, region: string): string => {
  if (project.repositories.has(`${region}/${REPOSITORY}`)) return ''
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
  return `${message}\n\n${invocation.switch('--quiet') ? '' : 'Do you want to continue (Y/n)?  \n'}`
}
