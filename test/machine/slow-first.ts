import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take minutes. Where nobody has measured, Vitest starts the longest texts first: these are short, and the last of them would keep one core busy alone. */
export const SLOW = [
  'test/incidents/prevention-docker.test.ts',
  'test/site/browser.test.ts',
  'test/mutants/octavios.test.ts',
  'test/mutants/carblau.test.ts',
  'test/faults/machine-faults.test.ts',
  'test/fixture/docker/prod.test.ts',
  'test/fixture/docker/docker.test.ts',
  'test/fixture/docker/escape.test.ts',
  'test/fixture/docker/kernel.test.ts',
  'test/fixture/docker/cloud.test.ts',
  'test/fixture/compose.test.ts',
  'test/fixture/carblau-app.test.ts',
  'test/cli/runbook/interrupt.test.ts',
]

/** Test files in Vitest's order, but the slow ones first. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const slow = SLOW.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${path}`)))
    return [...slow, ...sorted.filter((file) => !slow.includes(file))]
  }
}
