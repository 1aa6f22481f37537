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
]
const long = process.env.SUITE === 'long'

export default defineConfig({
  test: {
    include: long ? [...LONG, ...LONGER_THERE] : ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(long ? [] : LONG)],
    sequence: { sequencer: SlowFirst },
    globalSetup: 'test/machine/setup.ts',
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.runbook/test-results.json' }]] : ['default'],
    // What hangs is ended; a slow or busy machine is none of that.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    maxConcurrency: 2,
  },
})
