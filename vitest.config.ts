import { configDefaults, defineConfig } from 'vitest/config'
import { SlowFirst } from './test/machine/slow-first.ts'

/** Minutes each, on a machine with two cores: `pnpm test:long` runs them, `pnpm test` everything else. */
const LONG = [
  'test/maintain/endurance.test.ts',
  'test/fixture/two-fixtures.test.ts',
  'test/fixture/oils.test.ts',
  'test/faults/faults-docker.test.ts',
  'test/fixture/docker/maravia-bare.test.ts',
  'test/fixture/live-terminal-systems.test.ts',
  'test/variation/other-inputs.test.ts',
  'test/variation/shipped.test.ts',
]
/** In both: the long suite runs more of them, and takes some into the Docker fixture. */
const LONGER_THERE = [
  'test/mutants/*.test.ts',
  'test/fixture/live-laptop.test.ts',
  'test/fixture/live-terminal.test.ts',
  'test/cli/runbook/live/kills.test.ts',
  'test/service/fuzz.test.ts',
  'test/site/browser.test.ts',
  'test/document/broken.test.ts',
]
const long = process.env.SUITE === 'long'

/**
 * They ask nothing of the machine and change nothing but what they make: files of one process share the modules they load.
 * Not those of the embedded bash, which seals the process it runs in.
 */
const SHARING = [
  'test/check/*.test.ts',
  'test/check/{files,page,rules}/**/*.test.ts',
  'test/{document,formats,report,run,schema,script,seeds,tools}/**/*.test.ts',
  'test/emulators/{docker,gcloud,images}/**/*.test.ts',
]

const EACH = {
  // What hangs is ended; a slow or busy machine is none of that.
  testTimeout: 240_000,
  hookTimeout: 600_000,
  maxConcurrency: 2,
}
const elsewhere = { ...EACH, name: 'machine', globalSetup: 'test/machine/setup.ts' }
const LONG_PROJECTS = [{ test: { ...elsewhere, include: [...LONG, ...LONGER_THERE] } }]
const PROJECTS = [
  {
    test: {
      ...elsewhere,
      include: ['test/**/*.test.ts'],
      exclude: [...configDefaults.exclude, ...LONG, ...SHARING],
    },
  },
  { test: { ...EACH, name: 'plain', isolate: false, include: SHARING } },
]

export default defineConfig({
  test: {
    projects: long ? LONG_PROJECTS : PROJECTS,
    sequence: { sequencer: SlowFirst },
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.runbook/test-results.json' }]] : ['default'],
    maxWorkers: 2,
  },
})
