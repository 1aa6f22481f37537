import type { Localized } from '#schema/locale.ts'
import type { Inputs } from '#schema/plan.ts'
import type { Shell } from '#schema/shell.ts'
import type { ShellName } from '#schema/status.ts'
import { usageError } from './options.ts'
import { FIXTURES, inRoot } from './paths.ts'

export interface FixtureChoice {
  name: ShellName
  /** Why it is not the one CI trusts, when the person did not choose. */
  note?: Localized
}

/** The fixture of a dry run: the one asked for, else Docker where its image is there, else the embedded one. */
export async function chooseFixture(asked: string | undefined): Promise<FixtureChoice> {
  if (asked === 'embedded') return { name: 'embedded' }
  if (asked !== undefined && asked !== 'docker') {
    throw usageError(
      { es: `No existe el entorno «${asked}».`, en: `There is no fixture "${asked}".` },
      { es: 'Usa --fixture embedded o --fixture docker.', en: 'Use --fixture embedded or --fixture docker.' },
    )
  }
  if (asked === 'docker') {
    await (await import('./no-engine.ts')).requireEngine()
    return { name: 'docker' }
  }
  const { engineAnswers } = await import('#fixture/docker/engine.ts')
  if (!(await engineAnswers())) return { name: 'embedded', note: NO_ENGINE }
  const { currentImage } = await import('#fixture/docker/image.ts')
  return (await currentImage()).built ? { name: 'docker' } : { name: 'embedded', note: NOT_BUILT }
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
  if (name === 'embedded') return (await import('#fixture/embedded.ts')).createEmbeddedShell(options)
  const [{ buildImage }, { createDockerShell }] = await Promise.all([
    import('#fixture/docker/image.ts'),
    import('#fixture/docker.ts'),
  ])
  return createDockerShell({ ...options, signal, image: image ?? (await buildImage({ tell, signal })) })
}

/** A shell that may be left up after the run. */
export type FixtureShell = Shell & { keep?(): Promise<string> }

const NO_ENGINE: Localized = {
  es: 'Entorno integrado: los comandos se emulan, no se ejecutan de verdad (no responde ningún motor Docker).',
  en: 'Embedded fixture: commands are emulated, not really executed (no Docker engine answers).',
}

const NOT_BUILT: Localized = {
  es: 'Entorno integrado: los comandos se emulan. Para ejecutarlos de verdad: pnpm fixture build',
  en: 'Embedded fixture: commands are emulated. To really execute them: pnpm fixture build',
}
