import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { DockerStage } from '#formats/dockerfile/stage.ts'
import type { Files } from '../../model.ts'
import type { World } from '../../world.ts'
import { joinPath } from '../image-files.ts'
import type { Image, Reference } from '../model.ts'
import { canonicalName, parseReference, referenceProblem } from '../reference.ts'
import { BuildFailure, BuildLog } from './build-log.ts'
import { readContext } from './context.ts'
import { type ParsedDockerfile, parseDockerfile, titleOf } from './dockerfile.ts'
import { type Draft, draftFrom, finishDraft } from './draft.ts'
import { applyInstruction } from './instruction.ts'
import type { StageStep } from './stage-step.ts'
import { substitute } from './substitute.ts'

export interface BuildRequest {
  world: World
  files: Files
  /** Absolute path of the build context. */
  contextDirectory: string
  /** Path of the Dockerfile, absolute or relative to the context. */
  dockerfile: string
  /** Values of `--build-arg`. */
  args: Record<string, string>
  /** `linux/amd64`. */
  platform: string
  target?: string
  /** What `--label` adds to those of the Dockerfile. */
  labels?: Readonly<Record<string, string>>
  noCache?: boolean
  /** Images the engine holds itself; without it only registries are asked. */
  localImage?: (reference: Reference) => Image | undefined
  /** Whether the registry gives the image to who builds; without it, it does. */
  mayPull?: (reference: Reference) => Promise<boolean>
}

export type BuildResult = { ok: true; image: Image; log: string } | { ok: false; log: string }

/** What the steps of one build share. */
interface Build {
  request: BuildRequest
  parsed: ParsedDockerfile & { ok: true }
  context: Readonly<Record<string, string>>
  log: BuildLog
  done: Map<DockerStage, Draft>
}

/**
 * Builds an image from a Dockerfile and its context, as BuildKit does: only the
 * stages the target needs. The log has BuildKit's plain form. Throws NotModelled
 * for instructions whose outcome cannot be known here.
 */
export async function buildImage(request: BuildRequest): Promise<BuildResult> {
  const path = joinPath(request.contextDirectory, request.dockerfile)
  const log = new BuildLog()
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (!(await request.files.exists(path)))
    return { ok: false, log: log.failed(missingDockerfile(name), { name, text: '' }) }
  const text = await request.files.read(path)
  try {
    log.step(`[internal] load build definition from ${name}`, [`transferring dockerfile: ${text.length}B done`])
    const draft = await buildTarget(request, { text, log, path })
    return { ok: true, image: finishDraft(draft, request.world.clock.now()), log: log.toString() }
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error
    return { ok: false, log: log.failed(error, { name, text }) }
  }
}

const missingDockerfile = (name: string): BuildFailure =>
  new BuildFailure(`failed to read dockerfile: open ${name}: no such file or directory`)

async function buildTarget(
  request: BuildRequest,
  source: { text: string; log: BuildLog; path: string },
): Promise<Draft> {
  const parsed = await parseDockerfile(source.text)
  if (!parsed.ok) throw parseFailure(parsed)
  const context = await readContext(request, source.path)
  source.log.step('[internal] load .dockerignore', ['transferring context: 2B done'])
  const target = targetStage(parsed.stages, request.target)
  const draft = await buildStage({ request, parsed, context, log: source.log, done: new Map() }, target)
  return { ...draft, labels: { ...draft.labels, ...request.labels } }
}

function parseFailure(parsed: ParsedDockerfile & { ok: false }): BuildFailure {
  if (parsed.line === 0) return new BuildFailure(`dockerfile parse error on line 1: ${parsed.message}`)
  const instruction = { lines: [parsed.line, parsed.line] as const }
  return new BuildFailure(`dockerfile parse error on line ${parsed.line}: ${parsed.message}`, { instruction })
}

function targetStage(stages: readonly DockerStage[], target: string | undefined): DockerStage {
  const found =
    target === undefined
      ? stages.at(-1)
      : stages.find((stage, index) => stage.name === target.toLowerCase() || String(index) === target)
  if (!found) throw new BuildFailure(`target stage "${target}" could not be found`)
  return found
}

/** A stage named by an earlier `AS`, or by number, before `before`. */
function findStage(build: Build, name: string, before: DockerStage): DockerStage | undefined {
  const end = build.parsed.stages.indexOf(before)
  return build.parsed.stages
    .slice(0, end)
    .find((stage, index) => stage.name === name.toLowerCase() || String(index) === name)
}

/** Builds a stage once. */
async function buildStage(build: Build, stage: DockerStage): Promise<Draft> {
  const known = build.done.get(stage)
  if (known) return known
  const draft = await startStage(build, stage)
  build.done.set(stage, draft)
  const counted = stage.instructions.filter(({ keyword }) => ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword))
  for (const instruction of stage.instructions) {
    const number = counted.indexOf(instruction) + 2
    const title = stepTitle(build, stage, { instruction, number, total: counted.length + 1 })
    await applyInstruction(stageStep(build, stage, { draft, instruction, step: title }))
  }
  return draft
}

function stageStep(build: Build, stage: DockerStage, at: Pick<StageStep, 'draft' | 'instruction' | 'step'>): StageStep {
  return {
    ...at,
    log: build.log,
    context: build.context,
    argValues: { ...globalArgs(build), ...build.request.args },
    filesOf: async (name) => {
      const earlier = findStage(build, name, stage)
      if (earlier) return (await buildStage(build, earlier)).files
      const { platform } = build.request
      return (await resolveImage(build, { name, platform, instruction: at.instruction })).files
    },
  }
}

async function startStage(build: Build, stage: DockerStage): Promise<Draft> {
  const args = globalArgs(build)
  const name = substitute(stage.from.args[0]?.text ?? '', args)
  const platform = stagePlatform(build, stage, args)
  if (name === 'scratch') return draftFrom(undefined, platform)
  const earlier = findStage(build, name, stage)
  if (earlier) {
    const base = await buildStage(build, earlier)
    return { ...base, files: { ...base.files }, env: { ...base.env }, args: {} }
  }
  return draftFrom(await resolveImage(build, { name, platform, instruction: stage.from }), platform)
}

function stagePlatform(build: Build, stage: DockerStage, args: Record<string, string>): string {
  const flag = stage.from.flags.find(({ name }) => name === 'platform')?.value
  return flag === undefined ? build.request.platform : substitute(flag, args)
}

/** The image a FROM or `COPY --from` names, from the engine or a registry. */
async function resolveImage(
  build: Build,
  wanted: { name: string; platform: string; instruction: DockerInstruction },
): Promise<Image> {
  const { name, platform, instruction } = wanted
  const reference = parseReference(name)
  if (!reference)
    throw new BuildFailure(`failed to parse stage name "${name}": ${referenceProblem(name)}`, { instruction })
  const full = canonicalName(reference)
  const { registries } = build.request.world
  const local = build.request.localImage?.(reference)
  const image = local ?? registries.find(reference, platform)
  const step = `[internal] load metadata for ${full}`
  const solving = `${name}: failed to resolve source metadata for ${full}`
  if (!local && !((await build.request.mayPull?.(reference)) ?? true))
    throw new BuildFailure(`${solving}: ${denied(reference)}`, { step, instruction })
  if (!image && registries.find(reference))
    throw new BuildFailure(`${solving}: no match for platform in manifest: not found`, { step, instruction })
  if (!image) throw new BuildFailure(`${solving}: ${full}: not found`, { step, instruction })
  build.log.once(step)
  return image
}

/** Docker Hub says the same of what is not there and of what the caller may not see. */
const denied = ({ host }: Reference): string =>
  host === 'docker.io'
    ? 'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed'
    : `failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://${host}/v2/token: 403 Forbidden`

/** Arguments before the first FROM, and the platform arguments BuildKit predefines. */
function globalArgs(build: Build): Record<string, string> {
  const { platform, args } = build.request
  const [os = 'linux', arch = 'amd64'] = platform.split('/')
  const scope: Record<string, string> = {
    TARGETPLATFORM: platform,
    TARGETOS: os,
    TARGETARCH: arch,
    BUILDPLATFORM: 'linux/amd64',
    BUILDOS: 'linux',
    BUILDARCH: 'amd64',
  }
  for (const { joined: text } of build.parsed.args) {
    const [name = '', ...value] = text.split('=')
    scope[name] = args[name] ?? substitute(value.join('=').replace(/^(["'])(.*)\1$/, '$2'), scope)
  }
  return scope
}

function stepTitle(
  build: Build,
  stage: DockerStage,
  at: { instruction: DockerInstruction; number: number; total: number },
): string {
  const { stages } = build.parsed
  const named = stages.length > 1 ? `${stage.name ?? `stage-${stages.indexOf(stage)}`} ` : ''
  return `[${named}${at.number}/${at.total}] ${titleOf(at.instruction)}`
}
