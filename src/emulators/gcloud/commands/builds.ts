import { NotModelled } from '../../model.ts'
import { needApi, needPermission, projectOf } from '../access.ts'
import { buildJson } from '../build/build-json.ts'
import { BUILD_API, buildAccount, buildRegion, builtIn, needLogsPlaced, submitBuild } from '../build/cloud-build.ts'
import { type BuildConfig, isInCloudLogging, parseBuildConfig } from '../build/config.ts'
import type { CloudCommands } from '../command.ts'
import { apiFailure, GcloudFailure } from '../failure.ts'
import { absolutePath } from '../file-argument.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import type { Build, Project } from '../state.ts'

const submit = async (invocation: GcloudInvocation): Promise<Reply> => {
  const source = invocation.argument('SOURCE') || '.'
  const project = projectOf(invocation)
  const region = buildRegion(invocation)
  const directory = absolutePath(invocation, source)
  const config = await readConfig(invocation, project, region, directory)
  if (!(await invocation.call.files.isDirectory(directory)))
    throw new GcloudFailure(`could not find source [${source}]`)
  needApi(invocation, project, BUILD_API)
  needPermission(invocation, project, 'cloudbuild.builds.create', { resource: `projects/${project.id}` })
  const account = buildAccount(invocation)
  needLogsPlaced(config, account)
  const { build } = await submitBuild(invocation, { project, region, config, source: directory, account })
  return report(invocation, project, { build, source })
}

const readConfig = async (
  invocation: GcloudInvocation,
  project: Project,
  region: string,
  directory: string,
): Promise<BuildConfig> => {
  const tag = invocation.flag('--tag')
  if (tag !== undefined) return tagged(invocation, tag, directory)
  const file = invocation.flag('--config') ?? 'cloudbuild.yaml'
  const path = absolutePath(invocation, file)
  if (!(await invocation.call.files.exists(path))) {
    throw new GcloudFailure(`Unable to read file [${file}]: [Errno 2] No such file or directory: '${file}'`)
  }
  const own = invocation.map('--substitutions')
  return parseBuildConfig(file, await invocation.call.files.read(path), { own, builtIn: builtIn(project, region) })
}

const tagged = async (invocation: GcloudInvocation, tag: string, directory: string): Promise<BuildConfig> => {
  if (!(await invocation.call.files.exists(`${directory}/Dockerfile`))) {
    throw new GcloudFailure('Invalid value for [source]: Dockerfile required when specifying --tag')
  }
  const step = {
    name: 'gcr.io/cloud-builders/docker',
    args: ['build', '-t', tag, '.'],
    entrypoint: undefined,
    dir: '',
    env: [],
  }
  return { steps: [step], images: [tag], serviceAccount: undefined, logsPlaced: false }
}

const report = async (
  invocation: GcloudInvocation,
  project: Project,
  { build, source }: { build: Build; source: string },
): Promise<Reply> => {
  const files = await invocation.call.files.list(absolutePath(invocation, source))
  const where = `https://cloudbuild.googleapis.com/v1/projects/${project.id}/locations/${build.region}/builds/${build.id}`
  const stderr = `Creating temporary archive of ${files.length} file(s) before compression.
Uploading tarball of [${source}] to [${build.source}]
Created [${where}].
Logs are available at [ https://console.cloud.google.com/cloud-build/builds/${build.id}?project=${project.number} ].
`
  const note = isInCloudLogging(build.logging) ? CLOUD_LOGGING_NOTE : ''
  const log = streamed(invocation, build)
  if (build.status !== 'SUCCESS') {
    throw new GcloudFailure(`build ${build.id} completed with status "FAILURE"`, {
      before: `${stderr}${note}${log}\nBUILD FAILURE: Build step failure\n`,
    })
  }
  return {
    stderr: stderr + note,
    stdout: log,
    resources: [buildJson(project, build)],
    layout: LAYOUT,
  }
}

// gcloud 528 says so itself (command_lib/builds/submit_util.py): only its beta reads Cloud Logging while a build runs.
const CLOUD_LOGGING_NOTE = `
gcloud builds submit only displays logs from Cloud Storage. To view logs from Cloud Logging, run:
gcloud beta builds submit

`

/** The log `submit` shows while a build runs: nothing where it is not in Cloud Storage, or was not asked for. */
const streamed = (invocation: GcloudInvocation, build: Build): string =>
  isInCloudLogging(build.logging) || build.logging === 'NONE' || invocation.has('--suppress-logs')
    ? ''
    : framed(`starting build "${build.id}"\n\n${build.log}`)

const framed = (log: string): string =>
  `----------------------------- REMOTE BUILD OUTPUT ------------------------------\n${log}\n--------------------------------------------------------------------------------\n`

const LAYOUT =
  'table(id,createTime.date("%Y-%m-%dT%H:%M:%S+00:00"),duration:label=DURATION,sourceUri:label=SOURCE,images.list():label=IMAGES,status)'

const projectFor = (invocation: GcloudInvocation): Project => {
  const project = projectOf(invocation)
  needApi(invocation, project, BUILD_API)
  needPermission(invocation, project, 'cloudbuild.builds.get', { resource: `projects/${project.id}` })
  return project
}

const list = (invocation: GcloudInvocation): Reply => {
  const project = projectFor(invocation)
  const region = buildRegion(invocation)
  invocation.effect('read', 'build', 'all')
  return {
    resources: project.builds
      .filter((build) => build.region === region)
      .toReversed()
      .map((build) => buildJson(project, build)),
    layout: LAYOUT,
  }
}

const find = (invocation: GcloudInvocation): { project: Project; build: Build } => {
  const project = projectFor(invocation)
  const region = buildRegion(invocation)
  const build = project.builds.find(({ id, region: at }) => id === invocation.argument('BUILD') && at === region)
  if (build === undefined) throw apiFailure('NOT_FOUND', 'Requested entity was not found.')
  invocation.effect('read', 'build', build.id)
  return { project, build }
}

const describe = (invocation: GcloudInvocation): Reply => {
  const { project, build } = find(invocation)
  return { resources: buildJson(project, build) }
}

const log = (invocation: GcloudInvocation): Reply => {
  if (invocation.has('--stream')) throw new NotModelled('gcloud builds log --stream')
  const { build } = find(invocation)
  return { stdout: build.logging === 'NONE' ? '' : framed(build.log) }
}

/** `gcloud builds`. */
export const BUILD_COMMANDS: CloudCommands = {
  'builds submit': {
    flags: [
      '--config',
      '--tag',
      '--region',
      '--substitutions',
      '--service-account',
      '--suppress-logs',
      '--timeout',
      '--default-buckets-behavior',
    ],
    run: submit,
  },
  'builds list': { flags: ['--region'], run: list },
  'builds describe': { flags: ['--region'], run: describe },
  'builds log': { flags: ['--region', '--stream'], run: log },
}
