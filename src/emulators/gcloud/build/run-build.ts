import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Match } from '#tools/match/reading.ts'
import { knownWords } from '#tools/match/word.ts'
import { buildImage } from '../../images/build/build.ts'
import type { Image } from '../../images/model.ts'
import { parseReference } from '../../images/reference.ts'
import { NotModelled } from '../../model.ts'
import { may } from '../access.ts'
import { absolutePath } from '../file-argument.ts'
import { movedTagRefusal } from '../immutable-tags.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Project } from '../state.ts'
import { issueAccessToken } from '../tokens.ts'
import { PACK_IMAGE, refusedByBuildpacks } from './buildpacks.ts'
import type { BuildConfig, BuildStep } from './config.ts'

export interface BuildRun {
  project: Project
  config: BuildConfig
  /** Directory whose files were uploaded. */
  source: string
  /** Service account the build runs as. */
  account: string
}

export interface BuildOutcome {
  ok: boolean
  log: string
  pushed: readonly string[]
}

interface Bench {
  invocation: GcloudInvocation
  run: BuildRun
  /** Images built so far, by full reference. */
  images: Map<string, Image>
  log: string[]
  pushed: string[]
}

/** Runs a build's steps as Cloud Build does: always for linux/amd64, as its service account. */
export const runBuild = async (invocation: GcloudInvocation, run: BuildRun): Promise<BuildOutcome> => {
  const bench: Bench = { invocation, run, images: new Map(), log: [], pushed: [] }
  for (const [at, step] of run.config.steps.entries()) {
    bench.log.push(`Step #${at}: Already have image (with digest): ${step.name}`)
    if (await runStep(bench, step)) continue
    bench.log.push(`ERROR`, `ERROR: build step ${at} "${step.name}" failed: step exited with non-zero status: 1`)
    return { ok: false, log: bench.log.join('\n'), pushed: bench.pushed }
  }
  const ok = await pushAll(bench, run.config.images)
  bench.log.push(ok ? 'PUSH\nDONE' : 'ERROR')
  return { ok, log: bench.log.join('\n'), pushed: bench.pushed }
}

const pushAll = async (bench: Bench, images: readonly string[]): Promise<boolean> => {
  if (!bench.invocation.world.realEngine) return images.every((image) => push(bench, image))
  for (const image of images) {
    if (!(await realDocker(bench, ['push', image], ''))) return false
    bench.pushed.push(image)
    bench.invocation.effect('create', 'docker.image', image)
  }
  return true
}

const DOCKER = /^(gcr\.io\/cloud-builders\/docker|docker)(:[\w.-]+)?$/
const GCLOUD =
  /^(gcr\.io\/cloud-builders\/gcloud|gcr\.io\/google\.com\/cloudsdktool\/(cloud-sdk|google-cloud-cli)|google\/cloud-sdk)(:[\w.-]+)?$/

const runStep = (bench: Bench, step: BuildStep): Promise<boolean> => {
  if (DOCKER.test(step.name) && (step.entrypoint ?? 'docker') === 'docker') return dockerStep(bench, step)
  if (GCLOUD.test(step.name) && (step.entrypoint === 'gcloud' || /cloud-builders/.test(step.name)))
    return gcloudStep(bench, step)
  if (step.name === PACK_IMAGE) return packStep(bench, step)
  throw new NotModelled(`a Cloud Build step with ${step.name}${step.entrypoint ? ` and ${step.entrypoint}` : ''}`)
}

/** Buildpacks, which take what is in the source and not what the step says. */
const packStep = async ({ invocation, run, log }: Bench, step: BuildStep): Promise<boolean> => {
  const directory = absolutePath(invocation, [run.source, step.dir].filter(Boolean).join('/'))
  const env = Object.fromEntries(step.env.map((text) => splitAt(text, text.indexOf('='))))
  log.push(await refusedByBuildpacks({ files: invocation.call.files, directory, env }))
  return false
}

const splitAt = (text: string, at: number): [string, string] => [text.slice(0, at), text.slice(at + 1)]

const dockerStep = async (bench: Bench, step: BuildStep): Promise<boolean> => {
  const match = matchCommand(await loadGrammar('docker'), knownWords(step.args))
  const path = match.subcommand
  const wrong = match.problems.find(({ kind }) => kind !== 'duplicate')
  if (bench.invocation.world.realEngine) return realDocker(bench, step.args, step.dir)
  if (wrong) throw new NotModelled(`docker ${step.args.join(' ')} in a Cloud Build step: ${wrong.kind}`)
  if (/^(image |builder |buildx )?build$/.test(path)) return build(bench, step, match)
  if (/^(image )?push$/.test(path)) return push(bench, match.positionals[0]?.value ?? '')
  if (/^(image )?tag$/.test(path)) return tag(bench, match)
  throw new NotModelled(`docker ${path} in a Cloud Build step`)
}

/** Docker itself, where the world has an engine; logged in as the build's account. */
const realDocker = async (
  { invocation, run, log }: Bench,
  args: readonly string[],
  directory: string,
): Promise<boolean> => {
  const output = await invocation.world.realEngine?.docker(args, {
    directory: absolutePath(invocation, `${run.source}/${directory}`),
    hosts: [...args, ...run.config.images].flatMap((text) => /[a-z0-9-]+-docker\.pkg\.dev/.exec(text) ?? []),
    token: issueAccessToken(invocation.cloud, run.account),
  })
  log.push(`${output?.stdout}${output?.stderr}`.trimEnd())
  return output?.exitCode === 0
}

const BUILD_FLAGS = [
  '--tag',
  '-t',
  '--file',
  '-f',
  '--build-arg',
  '--target',
  '--no-cache',
  '--platform',
  '--push',
  '--pull',
  '--progress',
  '--quiet',
  '--cache-from',
]

const build = async (bench: Bench, step: BuildStep, match: Match): Promise<boolean> => {
  const values = (...names: string[]) =>
    match.flags.filter((use) => use.flag.names.some((name) => names.includes(name))).flatMap(({ value }) => value ?? [])
  const unknown = match.flags.find((use) => !use.flag.names.some((name) => BUILD_FLAGS.includes(name)))
  if (unknown) throw new NotModelled(`docker build ${unknown.name} in a Cloud Build step`)
  const directory = absolutePath(
    bench.invocation,
    [bench.run.source, step.dir, match.positionals[0]?.value ?? '.'].filter(Boolean).join('/'),
  )
  const [target] = values('--target')
  const result = await buildImage({
    world: bench.invocation.world,
    files: bench.invocation.call.files,
    contextDirectory: directory,
    dockerfile: dockerfile(bench, step, values('--file', '-f')[0]) ?? 'Dockerfile',
    args: Object.fromEntries(
      values('--build-arg').map((text) => [text.split('=')[0] as string, text.slice(text.indexOf('=') + 1)]),
    ),
    platform: values('--platform')[0] ?? 'linux/amd64',
    ...(target === undefined ? {} : { target }),
    localImage: (reference) => bench.images.get(`${reference.path}:${reference.tag}`),
  })
  bench.log.push(result.log.trimEnd())
  if (!result.ok) return false
  const tags = values('--tag', '-t')
  for (const name of tags) hold(bench, name, result.image)
  return !match.flags.some(({ name, on }) => name === '--push' && on) || tags.every((name) => push(bench, name))
}

/** `-f` is relative to the step's directory, not to the context. */
const dockerfile = (bench: Bench, step: BuildStep, path: string | undefined): string | undefined =>
  path === undefined
    ? undefined
    : absolutePath(bench.invocation, [bench.run.source, step.dir, path].filter(Boolean).join('/'))

const keyOf = (text: string): string | undefined => {
  const reference = parseReference(text)
  return reference && `${reference.path}:${reference.tag}`
}

const hold = (bench: Bench, name: string, image: Image): void => {
  const key = keyOf(name)
  if (key !== undefined) bench.images.set(key, image)
}

const tag = (bench: Bench, match: Match): boolean => {
  const [source, target] = match.positionals.map(({ value }) => value ?? '')
  const image = bench.images.get(keyOf(source ?? '') ?? '')
  if (image === undefined) bench.log.push(`Error response from daemon: No such image: ${source}`)
  else hold(bench, target ?? '', image)
  return image !== undefined
}

/** Pushes an image the build made. False, with Docker's words in the log, when it cannot. */
const push = (bench: Bench, name: string): boolean => {
  const { invocation } = bench
  const reference = parseReference(name)
  const image = bench.images.get(keyOf(name) ?? '')
  if (reference === undefined || image === undefined) {
    bench.log.push(`An image does not exist locally with the tag: ${reference?.path ?? name}`)
    return false
  }
  bench.log.push(`The push refers to repository [${reference.path}]`)
  const refusal = pushRefusal(bench, reference.path) ?? movedTagRefusal(invocation.world, reference, image.digest)
  if (refusal !== undefined) bench.log.push(refusal)
  if (refusal !== undefined) return false
  const digest = invocation.world.registries.push(reference, image)
  bench.log.push(`${reference.tag}: digest: ${digest} size: 1784`)
  bench.pushed.push(name)
  invocation.effect('create', 'docker.image', name)
  return true
}

const pushRefusal = ({ invocation, run }: Bench, path: string): string | undefined => {
  const found = /^([a-z0-9-]+)-docker\.pkg\.dev\/([^/]+)\/([^/]+)\//.exec(path)
  if (found === null) throw new NotModelled(`a push from Cloud Build to ${path}`)
  const [, location, owner, name] = found as unknown as [string, string, string, string]
  const project = invocation.cloud.projects.get(owner)
  const repository = project?.repositories.get(`${location}/${name}`)
  const resource = `projects/${owner}/locations/${location}/repositories/${name}`
  if (project === undefined || repository === undefined) return `name unknown: Repository "${name}" not found`
  const allowed = may(
    project,
    `serviceAccount:${run.account}`,
    'artifactregistry.repositories.uploadArtifacts',
    repository.policy,
  )
  return allowed
    ? undefined
    : `denied: Permission "artifactregistry.repositories.uploadArtifacts" denied on resource "${resource}" (or it may not exist)`
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** Runs gcloud as the build's account, through the machine's shell. */
const gcloudStep = async ({ invocation, run, log }: Bench, step: BuildStep): Promise<boolean> => {
  const { call, cloud } = invocation
  const accounts = cloud.accounts
  cloud.accounts = [...accounts, run.account]
  const env = {
    ...call.env,
    CLOUDSDK_CORE_ACCOUNT: run.account,
    CLOUDSDK_CORE_PROJECT: run.project.id,
    CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
  }
  try {
    const output = await call.shell(['gcloud', ...step.args.map(quote)].join(' '), {
      cwd: absolutePath(invocation, `${run.source}/${step.dir}`),
      env,
    })
    log.push(`${output.stderr}${output.stdout}`.trimEnd())
    return output.exitCode === 0
  } finally {
    cloud.accounts = accounts
  }
}
