import { describe, expect, test } from 'vitest'
import { loadScript, scriptIds } from '../../src/knowledge/scripts/load.ts'
import { worldVariations } from '../../src/knowledge/worlds.ts'
import { varyProcedure } from '../../src/variation/vary-procedure.ts'
import { BUILD_MS, builtImage, dockerAvailable } from '../support/docker.ts'
import type { Fixture } from '../support/page-run.ts'

const scripts = await Promise.all((await scriptIds()).map(loadScript))
const procedures = scripts.flatMap((script) =>
  script.procedures.map((procedure) => ({ name: `${script.id} ${procedure.id}`, script, procedure })),
)
const needsDocker = ({ script, procedure }: (typeof procedures)[number]) =>
  (procedure.docker ?? script.docker) !== undefined
const here = procedures.filter((one) => !needsDocker(one))

/** What a procedure of a shipped page does not hold under. */
async function found({ script, procedure }: (typeof procedures)[number], name: Fixture, count: number) {
  const directory = `runbooks/fixtures/${script.system}`
  const image = name === 'docker' ? builtImage() : undefined
  const world = { name, image, directory, tell: () => {}, signal: new AbortController().signal }
  const subject = { script, procedure, variations: worldVariations(script.system) ?? {}, world, locale: 'es' as const }
  const { findings, runs } = await varyProcedure(subject, { count, seed: 2026 })
  expect(runs.length).toBeGreaterThanOrEqual(count)
  return findings.map(({ file, line, message }) => `${file}:${line} ${message}`)
}

test.each(['octavios', 'carblau'])('%s declares other worlds', (system) => {
  expect(Object.keys(worldVariations(system) ?? {}).length).toBeGreaterThanOrEqual(6)
})

describe('with other inputs, in other worlds, in the embedded fixture', { timeout: 600_000 }, () => {
  test.each(here)('$name', async (one) => {
    expect(await found(one, 'embedded', 12)).toEqual([])
  })
})

/** Of every page some, as real tools take minutes: all of those that nothing else can run. */
const some = procedures.filter((one, index) => needsDocker(one) || index % 4 === 0)

describe.skipIf(!dockerAvailable)('in the Docker fixture', { timeout: BUILD_MS }, () => {
  test.each(some)('$name', async (one) => {
    expect(await found(one, 'docker', 2)).toEqual([])
  })
})
