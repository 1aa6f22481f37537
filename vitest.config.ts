import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [process.env.MUTANTS ? 'test/mutants/*.test.ts' : 'test/**/*.test.ts'],
    // Minutes of mutants: `pnpm mutants` runs them.
    exclude: process.env.MUTANTS ? [] : ['test/mutants/**'],
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.runbook/test-results.json' }]] : ['default'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
})
