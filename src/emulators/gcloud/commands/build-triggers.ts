import { needApi, needPermission, projectOf } from '../access.ts'
import { buildJson } from '../build/build-json.ts'
import { newBuildTrigger, triggerJson } from '../build/build-trigger.ts'
import { BUILD_API, buildRegion } from '../build/cloud-build.ts'
import { runTrigger } from '../build/run-trigger.ts'
import type { CloudCommands } from '../command.ts'
import { BUILD_TRIGGERS } from '../declared/build-triggers.ts'
import { apiFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Reply } from '../output.ts'
import { find } from '../resource/find.ts'

const MAKE = 'cloudbuild.builds.create'

const createGithub = (invocation: GcloudInvocation): Reply => {
  const within = buildRegion(invocation)
  const project = projectOf(invocation)
  const address = { project, within, name: invocation.flag('--name') ?? 'trigger' }
  needApi(invocation, project, BUILD_API)
  needPermission(invocation, project, MAKE, { resource: `projects/${project.id}` })
  const one = newBuildTrigger(invocation, address)
  const kept = BUILD_TRIGGERS.kept(address)
  if (kept.has(BUILD_TRIGGERS.key(address)))
    throw apiFailure('ALREADY_EXISTS', `trigger (${project.number}, ${address.name}) already exists`)
  kept.set(BUILD_TRIGGERS.key(address), one)
  invocation.effect('create', BUILD_TRIGGERS.kind, address.name)
  const url = `https://cloudbuild.googleapis.com/v1/projects/${project.id}/locations/${within}/triggers/${one.id}`
  return { stderr: `Created [${url}].\n`, resources: [triggerJson(one, address)], layout: LAYOUT }
}

const LAYOUT = 'table(name,createTime.date("%Y-%m-%dT%H:%M:%S+00:00"),status)'

/** The build goes on by itself; what is printed is how it began. */
const run = async (invocation: GcloudInvocation): Promise<Reply> => {
  const found = find(BUILD_TRIGGERS, invocation, { permission: MAKE })
  const build = await runTrigger(invocation, found)
  const { finishTime: _, ...begun } = buildJson(found.project, build)
  return {
    resources: {
      metadata: {
        '@type': 'type.googleapis.com/google.devtools.cloudbuild.v1.BuildOperationMetadata',
        build: { ...begun, status: 'QUEUED' },
      },
      name: `operations/build/${found.project.id}/${btoa(build.id)}`,
    },
  }
}

/** `gcloud builds triggers`, what creates and runs one. */
export const BUILD_TRIGGER_COMMANDS: CloudCommands = {
  'builds triggers create github': {
    flags: [
      '--name',
      '--region',
      '--repository',
      '--repo-owner',
      '--repo-name',
      '--tag-pattern',
      '--branch-pattern',
      '--build-config',
      '--service-account',
      '--substitutions',
      '--description',
    ],
    run: createGithub,
  },
  'builds triggers run': { flags: ['--region', '--tag', '--substitutions'], run },
}
