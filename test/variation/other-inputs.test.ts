import { describe, expect, test } from 'vitest'
import { dealVariations } from '#variation/generate.ts'
import { loadScript, scriptIds } from '../../src/knowledge/scripts/load.ts'
import { BUILD_MS, dockerAvailable } from '../support/docker.ts'
import { runForReader, shown } from '../support/other-reader.ts'
import type { Fixture } from '../support/page-run.ts'

const scripts = await Promise.all((await scriptIds()).map(loadScript))

/** Each page as it is dry-run, all its procedures in order, for two readers with other values than its examples. */
const readers = scripts.flatMap((script) =>
  dealVariations({ parameters: script.parameters, changes: [], environments: [], count: 2, seed: 1128 }).map(
    ({ inputs }, index) => ({ name: `${script.id}, reader ${index + 1}`, script, values: inputs }),
  ),
)

async function expectToHold({ script, values }: (typeof readers)[number], fixture: Fixture) {
  const run = await runForReader({ script, values, fixture })
  expect(run).toEqual({ status: 'passed', findings: [], inputs: expect.objectContaining(shown(script, values)) })
}

describe('a dry run with other inputs, in the embedded fixture', () => {
  test.each(readers.filter(({ script }) => script.docker === undefined))('$name', async (reader) => {
    await expectToHold(reader, 'embedded')
  })
})

const side = { timeout: BUILD_MS, concurrent: true }

// Side by side, as the verification runs them: `maxConcurrency` says how many.
describe.skipIf(!dockerAvailable)('a dry run with other inputs, in the Docker fixture', side, () => {
  test.each(readers)('$name', async (reader) => {
    await expectToHold(reader, 'docker')
  })
})
