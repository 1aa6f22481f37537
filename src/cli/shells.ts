import type { EmbeddedOptions } from '#fixture/embedded-machine.ts'
import type { Localized } from '#schema/locale.ts'
import type { Inputs } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'
import type { ShellName } from '#schema/status.ts'
import { usageError } from './options.ts'
import { FIXTURES, inRoot } from './paths.ts'
import type { Terminal } from './run-cli.ts'

/**
 * Does something in the fixture asked for. Where none was, in Docker if its image is there, else in the
 * embedded one, saying why on the terminal; also where Docker's, once tried, turns out not to come up here.
 */
export async function inFixture<Result>(
  asked: string | undefined,
  { err, locale }: Pick<Terminal, 'err' | 'locale'>,
  use: (name: ShellName) => Promise<Result>,
): Promise<Result> {
  const embedded = (why: Localized) => {
    err.write(`${err.paint('dim', why[locale])}\n`)
    return use('embedded')
  }
  if (asked !== undefined) return use(await fixtureAsked(asked))
  const { engineAnswers } = await import('#fixture/docker/engine.ts')
  if (!(await engineAnswers())) return embedded(NO_ENGINE)
  const { currentImage } = await import('#fixture/docker/image.ts')
  if (!(await currentImage()).built) return embedded(NOT_BUILT)
  const { FixtureMissing } = await import('#fixture/docker/missing.ts')
  return use('docker').catch((error: unknown) => {
    if (!(error instanceof FixtureMissing)) throw error
    return embedded(instead(error.text))
  })
}

async function fixtureAsked(asked: string): Promise<ShellName> {
  if (asked === 'embedded') return asked
  if (asked === 'docker') {
    await (await import('./no-engine.ts')).requireEngine(OTHERWISE)
    return asked
  }
  throw usageError(
    { es: `No existe el entorno «${asked}».`, en: `There is no fixture "${asked}".` },
    { es: 'Usa --fixture embedded o --fixture docker.', en: 'Use --fixture embedded or --fixture docker.' },
  )
}

export interface FixtureRequest {
  name: ShellName
  system: string
  inputs: Inputs
  /** No step will run in it: its world is not set up, which the embedded fixture may not be able to do. */
  idle?: boolean
  /** Told how the fixture's image is built, if it has to be. */
  tell: (line: string) => void
  /** Ends the start: nothing is left. */
  signal: AbortSignal
  /** The image of the Docker fixture, where it is known already. */
  image?: string | undefined
}

/** The image of the Docker fixture, built first if it must be: its name, and the engine's id of what it holds. */
export async function imageOf(told: Pick<FixtureRequest, 'tell' | 'signal'>): Promise<{ name: string; id: string }> {
  const [{ buildImage }, { docker }] = await Promise.all([
    import('#fixture/docker/image.ts'),
    import('#fixture/docker/engine.ts'),
  ])
  const name = await buildImage(told)
  return { name, id: await docker('image', 'inspect', '--format={{.Id}}', name) }
}

/** A shell of a fixture, pristine, with the seed world of the runbook's system. `keep` leaves it up and tells how to enter it. */
export async function openFixture({
  name,
  system,
  inputs,
  idle = false,
  tell,
  signal,
  image,
}: FixtureRequest): Promise<FixtureShell> {
  const [{ loadSeed }, { inputEnvironment }] = await Promise.all([import('#fixture/seed.ts'), import('#run/inputs.ts')])
  const values = inputEnvironment(inputs)
  const { setup, ...seed } = await loadSeed(inRoot(FIXTURES, system), values)
  const options = { ...seed, ...(setup !== undefined && !idle && { setup }), inputs: values }
  return createShell({ name, tell, signal, image }, options)
}

/** A shell of a fixture, pristine, with a world. */
export async function createShell(
  { name, tell, signal, image }: Pick<FixtureRequest, 'name' | 'tell' | 'signal' | 'image'>,
  options: EmbeddedOptions,
): Promise<FixtureShell> {
  if (name === 'embedded') return (await import('#fixture/embedded.ts')).createEmbeddedShell(options)
  const [{ buildImage }, { createDockerShell }] = await Promise.all([
    import('#fixture/docker/image.ts'),
    import('#fixture/docker.ts'),
  ])
  return createDockerShell({ ...options, signal, image: image ?? (await buildImage({ tell, signal })) })
}

/** A shell that may be left up after the run. */
export type FixtureShell = Shell & { keep?(): Promise<string> }

const OTHERWISE: Localized = { es: 'Sin motor: --fixture embedded.', en: 'Without an engine: --fixture embedded.' }

const NO_ENGINE: Localized = {
  es: 'Entorno integrado: los comandos se emulan, no se ejecutan de verdad (no responde ningún motor Docker).',
  en: 'Embedded fixture: commands are emulated, not really executed (no Docker engine answers).',
}

const NOT_BUILT: Localized = {
  es: 'Entorno integrado: los comandos se emulan. Para ejecutarlos de verdad: pnpm fixture build',
  en: 'Embedded fixture: commands are emulated. To really execute them: pnpm fixture build',
}

const instead = ({ es, en }: Localized): Localized => ({
  es: `${es}\nEntorno integrado: los comandos se emulan, no se ejecutan de verdad.`,
  en: `${en}\nEmbedded fixture: commands are emulated, not really executed.`,
})
