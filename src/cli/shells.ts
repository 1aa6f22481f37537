import { EXIT, StopError } from '#finding/error.ts'
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

/** The fixture of a dry run: the one asked for, else the best there is. */
export function chooseFixture(asked: string | undefined): FixtureChoice {
  if (asked === 'embedded') return { name: 'embedded' }
  if (asked === 'docker') throw noDocker()
  if (asked === undefined) return { name: 'embedded', note: NO_DOCKER }
  throw usageError(
    { es: `No existe el entorno «${asked}».`, en: `There is no fixture "${asked}".` },
    { es: 'Usa --fixture embedded o --fixture docker.', en: 'Use --fixture embedded or --fixture docker.' },
  )
}

/** A shell of the fixture, pristine, with the seed world of the runbook's system. */
export async function openFixture(system: string, inputs: Inputs): Promise<Shell> {
  const [{ createEmbeddedShell }, { loadSeed }, { inputEnvironment }] = await Promise.all([
    import('#fixture/embedded.ts'),
    import('#fixture/seed.ts'),
    import('#run/inputs.ts'),
  ])
  const values = inputEnvironment(inputs)
  return createEmbeddedShell({ ...(await loadSeed(inRoot(FIXTURES, system), values)), inputs: values })
}

const NO_DOCKER: Localized = {
  es: 'Entorno integrado: los comandos se emulan, no se ejecutan de verdad (el entorno Docker aún no está disponible).',
  en: 'Embedded fixture: commands are emulated, not really executed (the Docker fixture is not available yet).',
}

function noDocker(): StopError {
  return new StopError(
    EXIT.noFixture,
    { es: 'El entorno Docker aún no está disponible.', en: 'The Docker fixture is not available yet.' },
    { hint: { es: 'Usa el integrado: --fixture embedded', en: 'Use the embedded one: --fixture embedded' } },
  )
}
