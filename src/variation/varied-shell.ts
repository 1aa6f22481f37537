import { createShell, type FixtureStart } from '#fixture/open.ts'
import type { LoadedSeed } from '#fixture/seed.ts'
import type { Plan } from '#schema/plan.ts'
import type { Shell, ShellStart } from '#schema/shell.ts'
import type { Variation } from './variation.ts'

/** Where a plan runs: the fixture, and the folder of its system's seed world. */
export interface VariedWorld extends FixtureStart {
  directory: string
}

/** A pristine shell for a plan whose last procedure is to find the world changed. The environment is that of all it runs. */
export async function openVaried(plan: Plan, variation: Variation, world: VariedWorld): Promise<Shell> {
  const [{ loadSeed }, { inputEnvironment }] = await Promise.all([import('#fixture/seed.ts'), import('#run/inputs.ts')])
  const values = inputEnvironment(plan.inputs)
  const loaded = await loadSeed(world.directory, values)
  const environment = environmentOf(variation, loaded)
  const situations = { ...loaded.situations, ...changeOf(variation, loaded) }
  const shell = await createShell(
    { ...world, snapshot: 'use' },
    { ...loaded, situations, inputs: { ...values, ...environment } },
  )
  const begin = beginVaried(shell, { environment, ...momentOf(variation, loaded) })
  let left = preparing(plan)
  return { ...shell, begin: (start) => (left-- === 0 ? begin.changed(start) : begin.plain(start)) }
}

/** How many procedures run before the one that is varied. */
const preparing = ({ procedures }: Plan) =>
  procedures.filter(({ items }) => items.some((item) => item.kind === 'step' && item.prepares)).length

/** The name a change goes by among the situations; no situation has a slash in its name. */
const CHANGE = 'variations/change'

function changeOf({ change }: Variation, { changes }: LoadedSeed): Record<string, string> {
  const script = change === undefined ? undefined : changes[change]
  return script === undefined ? {} : { [CHANGE]: script }
}

function environmentOf({ environment }: Variation, { seed }: LoadedSeed): Readonly<Record<string, string>> {
  const declared = environment === undefined ? undefined : seed.variations[environment]
  return declared && 'environment' in declared ? declared.environment : {}
}

type Moment = 'never' | 'before' | 'after'

function momentOf({ change }: Variation, { seed }: LoadedSeed): { moment: Moment } {
  const declared = change === undefined ? undefined : seed.variations[change]
  if (!declared || !('script' in declared)) return { moment: 'never' }
  return { moment: declared.after ? 'after' : 'before' }
}

function beginVaried(
  shell: Shell,
  { environment, moment }: { environment: Readonly<Record<string, string>>; moment: Moment },
) {
  const plain = (start: ShellStart) => shell.begin({ ...start, inputs: { ...environment, ...start.inputs } })
  const changed = async (start: ShellStart) => {
    const { situation } = start
    const order = { never: [situation], before: [CHANGE, situation], after: [situation, CHANGE] }[moment]
    for (const one of order) await plain({ ...start, situation: one })
  }
  return { plain, changed }
}
