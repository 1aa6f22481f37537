import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take minutes. Where nobody has measured, Vitest starts the longest texts first: these are short, and the last of them would keep one core busy alone. */
export const SLOW = [
  'test/site/browser.test.ts',
  'test/fixture/rollback.test.ts',
  'test/mutants/maravia.test.ts',
  'test/mutants/octavios.test.ts',
  'test/mutants/charaforge.test.ts',
  'test/mutants/churn-api.test.ts',
  'test/mutants/carblau.test.ts',
  'test/fixture/live-laptop.test.ts',
  'test/fixture/live-terminal.test.ts',
  'test/fixture/maravia-sessions.test.ts',
  'test/fixture/docker/snapshots.test.ts',
  'test/fixture/docker/escape.test.ts',
  'test/fixture/docker/maravia-services.test.ts',
  'test/document/broken.test.ts',
  'test/cli/verify/verify.test.ts',
  'test/fixture/docker/bare-machine.test.ts',
  'test/fixture/docker/maravia-app.test.ts',
  'test/fixture/docker/docker.test.ts',
  'test/fixture/docker/certbot.test.ts',
  'test/fixture/docker/cloud.test.ts',
  'test/fixture/docker/prod.test.ts',
  'test/fixture/docker/kernel.test.ts',
  'test/knowledge/fix/properties.test.ts',
  'test/cli/new/new.test.ts',
  'test/content/live-guide.test.ts',
  'test/cli/verify/cache.test.ts',
  'test/incidents/prevention.test.ts',
  'test/incidents/prevention-docker.test.ts',
  'test/faults/machine-faults.test.ts',
  'test/cli/runbook/interrupt.test.ts',
  'test/fixture/compose.test.ts',
  'test/fixture/carblau-app.test.ts',
]

/** Test files in Vitest's order, but the slow ones first. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const slow = SLOW.flatMap((path) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${path}`)))
    return [...slow, ...sorted.filter((file) => !slow.includes(file))]
  }
}
