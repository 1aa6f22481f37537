import { describe, expect, test } from 'vitest'
import { loadScript } from '../../src/knowledge/scripts/load.ts'
import { runForReader, shown } from '../support/other-reader.ts'

/** What other readers of CarBlau's pages have, by the names of the parameters. */
const READERS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'a short project with dates for versions',
    {
      GCP_PROJECT_ID: 'other-project-7',
      REGION: 'us-central1',
      IMAGE_TAG: '2026.11.28',
      NEXT_IMAGE_TAG: '0a1b2c3',
      SQL_INSTANCE: 'pg-main-01',
      DB_NAME: 'ventas-2',
      DB_USER: 'ventas_rw',
    },
  ],
  [
    'the longest project, commits for versions, names with spaces and signs',
    {
      GCP_PROJECT_ID: 'a23456789-123456789-123456789b',
      REGION: 'northamerica-northeast2',
      IMAGE_TAG: '3f786850e387550fdab836ed7e6dc881de23001b',
      NEXT_IMAGE_TAG: 'release_Candidate.10.0.0-rc1',
      SQL_INSTANCE: `a${'-0123456789'.repeat(5)}`,
      DB_NAME: 'uno; dos, tres | ~',
      DB_USER: 'María Ibáñez "3.º B" $HOME',
      DB_PASSWORD: 'a!@#$%^&*(b)"c\'d',
      OPENAI_API_KEY: `sk-${'x'.repeat(160)}`,
    },
  ],
]

const scripts = await Promise.all(['cloud-run-deploy', 'docker-commands'].map(loadScript))

test('each value is that of a parameter', () => {
  const known = scripts.flatMap(({ parameters }) => Object.keys(parameters))
  expect(READERS.flatMap(([, values]) => Object.keys(values)).filter((name) => !known.includes(name))).toEqual([])
})

describe.each(scripts)('$id', (script) => {
  const runs = [undefined, ...script.procedures.map(({ id }) => id)].flatMap((procedure) =>
    READERS.map(([reader, all]) => {
      const values = Object.fromEntries(Object.entries(all).filter(([name]) => name in script.parameters))
      return { name: procedure ?? 'all of it', selection: procedure === undefined ? {} : { procedure }, reader, values }
    }),
  )

  test.each(runs)('$name holds for $reader', async ({ selection, values }) => {
    const run = await runForReader({ script, values, fixture: 'embedded', selection })
    expect(run).toEqual({ status: 'passed', findings: [], inputs: expect.objectContaining(shown(script, values)) })
  })
})
