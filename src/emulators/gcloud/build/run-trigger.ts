import { substituted } from '#formats/cloud-build/substitution.ts'
import { sha256 } from '../../images/digest.ts'
import { apiFailure } from '../failure.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Found } from '../resource/declaration.ts'
import type { Build } from '../state.ts'
import { type BuildTrigger, type GitRepository, repositoryName } from './build-trigger.ts'
import { builtIn, needLogsPlaced, performBuild } from './cloud-build.ts'
import { parseBuildConfig } from './config.ts'

/** Builds a tag of a trigger's repository, as the trigger's account. Fails as Cloud Build does where that cannot begin. */
export const runTrigger = async (invocation: GcloudInvocation, found: Found<BuildTrigger>): Promise<Build> => {
  const { project, within: region, one: trigger } = found
  const repository = project.gitRepositories.find((git) => repositoryName(git) === trigger.repository)
  const tag = invocation.flag('--tag')
  if (tag === undefined) throw apiFailure('INVALID_ARGUMENT', 'source.revision must be specified to run this trigger')
  if (!repository?.tags.includes(tag)) throw apiFailure('NOT_FOUND', 'Requested entity was not found.')
  const source = `/home/${invocation.world.seed.user}/${repository.directory}`
  const text = await readFile(invocation, `${source}/${trigger.filename}`, `${repository.name}:${trigger.filename}`)
  const given = { ...builtIn(project, region), ...ofTag(found.name, repository, tag) }
  const substitutions = filled({ ...trigger.substitutions, ...invocation.map('--substitutions') }, given)
  const config = parseBuildConfig(trigger.filename, text, { own: substitutions, builtIn: given, isLoose: true })
  needLogsPlaced(config, trigger.account)
  const { build } = await performBuild(invocation, {
    project,
    region,
    config,
    source,
    account: trigger.account,
    origin: `${repository.remote}@${given.COMMIT_SHA}`,
    trigger: { id: trigger.id, substitutions: { ...given, ...substitutions } },
  })
  return build
}

/** What a build that a trigger starts has besides (cloud.google.com/build/docs/configuring-builds/substitute-variable-values). */
const ofTag = (name: string, repository: GitRepository, tag: string): Record<string, string> => {
  const commit = sha256(`${repositoryName(repository)} ${tag}`).slice(0, 40)
  return {
    TRIGGER_NAME: name,
    COMMIT_SHA: commit,
    REVISION_ID: commit,
    SHORT_SHA: commit.slice(0, 7),
    REPO_NAME: repository.name,
    TAG_NAME: tag,
    REF_NAME: tag,
  }
}

/** A trigger's own substitutions may hold those it is given: they are always dynamic there, and loose (same page). */
const filled = (
  own: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, substituted(value, (other) => given[other] ?? own[other] ?? '')]),
  )

const readFile = async ({ call }: GcloudInvocation, path: string, shown: string): Promise<string> => {
  if (await call.files.exists(path)) return call.files.read(path)
  throw apiFailure('NOT_FOUND', `Failed to trigger build: ${shown}: `)
}
