import { type BuildResult, buildImage } from '../../images/build/build.ts'
import { textContext } from '../../images/build/text-context.ts'
import { joinPath } from '../../images/image-files.ts'
import type { Image, Reference } from '../../images/model.ts'
import { fail, NotModelled, type Output, succeed } from '../../model.ts'
import { type DockerCommand, type DockerInvocation, Refused, record } from '../invocation.ts'
import { mayPull, requirePush } from './registry-access.ts'
import { findImage, requireReference, shortName, tagImage } from './store.ts'

/** `docker build` and `docker buildx build`. */
export const build: DockerCommand = async (at) => {
  const { flags, call } = at
  const [operand = '.'] = at.operands
  const isPiped = operand === '-'
  // An archive may come that way too; its text is none.
  if (/^(https?:|git@)/.test(operand) || (isPiped && (flags.has('file') || call.stdin.includes('\0'))))
    throw new NotModelled(`docker build ${operand}`)
  const directory = isPiped ? '/' : joinPath(call.cwd, operand)
  if (!isPiped && !(await call.files.exists(directory)))
    return fail(`ERROR: unable to prepare context: path "${at.operands[0]}" not found\n`)
  const references = flags.values('tag').map(requireTag)
  const results: (BuildResult & { ok: true })[] = []
  for (const platform of platformsOf(at)) {
    const request = requestOf(at, directory, platform)
    const result = await buildImage(isPiped ? { ...request, files: textContext(call.stdin) } : request)
    if (!result.ok) return fail(result.log)
    results.push(result)
  }
  return finish(at, results, references)
}

function requestOf(at: DockerInvocation, contextDirectory: string, platform: string) {
  const { flags, call } = at
  const file = flags.value('file')
  const target = flags.value('target')
  return {
    world: call.world,
    files: call.files,
    contextDirectory,
    dockerfile: file === undefined ? 'Dockerfile' : joinPath(call.cwd, file),
    args: Object.fromEntries(flags.values('build-arg').map((pair) => buildArgument(pair, call.env))),
    platform,
    noCache: flags.has('no-cache'),
    labels: Object.fromEntries(flags.values('label').map((pair) => buildArgument(pair, {}))),
    mayPull: (reference: Reference) => mayPull(call, reference),
    localImage: (reference: Reference) => {
      const image = findImage(at.state, shortName(reference))
      return image?.platform === platform ? image : undefined
    },
    ...(target === undefined ? {} : { target }),
  }
}

function buildArgument(pair: string, env: Readonly<Record<string, string>>): [string, string] {
  const equals = pair.indexOf('=')
  return equals < 0 ? [pair, env[pair] ?? ''] : [pair.slice(0, equals), pair.slice(equals + 1)]
}

function requireTag(text: string): Reference {
  try {
    return requireReference(text)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new Refused(`ERROR: invalid tag "${text}": ${error.message}`)
  }
}

function platformsOf(at: DockerInvocation): string[] {
  const given = at.flags.values('platform').flatMap((value) => value.split(','))
  const platforms = given.length > 0 ? given : [at.call.env.DOCKER_DEFAULT_PLATFORM ?? 'linux/amd64']
  const bad = platforms.find((platform) => !/^[a-z0-9]+\/[a-z0-9]+(\/v\d+)?$/.test(platform))
  if (bad !== undefined)
    throw new Refused(`ERROR: "${bad}": unknown operating system or architecture: invalid argument`)
  if (platforms.length > 1 && at.state.builder === 'default')
    throw new Refused(
      'ERROR: Multi-platform build is not supported for the docker driver.\nSwitch to a different driver, or turn on the containerd image store, and try again.\nLearn more at https://docs.docker.com/go/build-multi-platform/',
    )
  return platforms
}

async function finish(
  at: DockerInvocation,
  results: readonly (BuildResult & { ok: true })[],
  references: readonly Reference[],
): Promise<Output> {
  const [first, ...others] = results.map(({ image }) => image)
  if (!first) throw new Error('a build has at least one platform')
  const log = results.map((result) => result.log).join('')
  if (at.flags.has('push')) return push(at, { images: [first, ...others], references, log })
  if (at.state.builder !== 'default' && !at.flags.has('load')) return succeed('', `${log}${CACHE_ONLY}`)
  for (const reference of references) {
    const verb = tagImage(at.state, reference, first)
    record(at, verb, 'image', shortName(reference))
  }
  if (references.length === 0) at.state.dangling.set(first.digest, first)
  const naming = references.map((reference) => `#100 naming to ${reference.path}:${reference.tag ?? 'latest'} done\n`)
  const exported = `#100 exporting to image\n#100 writing image ${first.digest} done\n${naming.join('')}#100 DONE 0.0s\n`
  if (at.flags.has('quiet')) return succeed(`${first.digest}\n`)
  return succeed('', `${log}${exported}`)
}

const CACHE_ONLY =
  'WARNING: No output specified with docker-container driver. Build result will only remain in the build cache. To push result image into registry use --push or to load image into docker use --load\n'

interface Pushed {
  images: readonly [Image, ...Image[]]
  references: readonly Reference[]
  log: string
}

async function push(at: DockerInvocation, { images, references, log }: Pushed): Promise<Output> {
  if (references.length === 0) return fail(`${log}ERROR: tag is needed when pushing to registry\n`)
  for (const reference of references) {
    try {
      await requirePush(at.call, reference, images[0])
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const failed = `failed to push ${shortName(reference)}: ${error.message}`
      return fail(
        `${log}#100 exporting to image\n#100 ERROR: ${failed}\n------\n > exporting to image:\n------\nERROR: failed to solve: ${failed}\n`,
      )
    }
    const [first, ...others] = images
    const known = at.call.world.registries.digestOf(reference) !== undefined
    const digest = at.call.world.registries.push(reference, first, others)
    record(at, known ? 'update' : 'create', 'image', shortName(reference))
    log += `#100 pushing manifest for ${reference.path}:${reference.tag ?? 'latest'}@${digest} done\n`
  }
  return succeed('', log)
}
