import { countCoverage, totalCoverage } from '#schema/coverage.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Report, StepReport, VariationReport } from '#schema/report.ts'
import { STEP_STATUSES } from '#schema/status.ts'
import { HOSTILE } from '../support/hostile.ts'

export const FILE = 'content/docs/runbooks/demo.md'

export const step = (part: Partial<StepReport>): StepReport => ({
  id: 'a',
  procedure: 'demo',
  title: 'A',
  status: 'passed',
  evidence: 'executed',
  file: FILE,
  line: 10,
  durationMs: 1500,
  effects: [],
  ...part,
})

export const finding = (part: Partial<FindingReport> = {}): FindingReport => ({
  code: 'STEP_FAILED',
  severity: 'error',
  file: FILE,
  line: 21,
  column: 3,
  message: 'ended with 1',
  ...part,
})

const pages = [
  { ...countCoverage(['executed', 'checked']), file: FILE, id: 'demo', rest: [{ line: 30, kind: 'checked' as const }] },
]

export function report(steps: StepReport[], findings: FindingReport[] = []): Report {
  const run = {
    id: 'demo',
    title: 'Demo',
    file: FILE,
    hash: 'h',
    shell: 'docker' as const,
    live: false,
    status: 'failed' as const,
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 2000,
    inputs: {},
    outputs: {},
    steps,
    checked: [{ file: FILE, line: 30, reason: 'never returns' }],
  }
  const coverage = { pages, total: totalCoverage(pages), required: 80 }
  return { version: 1, command: 'verify', locale: 'en', exitCode: 1, findings, runs: [run], coverage }
}

/** Every status, every hostile value wherever a person can write one. */
export const everything = report(
  [
    ...STEP_STATUSES.map((status, index) => step({ id: status, status, line: 10 * (index + 1), reason: 'why' })),
    ...Object.values(HOSTILE).map((text, index) =>
      step({ id: `hostile-${index}`, status: 'failed', line: 1000 + index, output: text, reason: text }),
    ),
  ],
  [
    finding(),
    finding({ code: 'HAZARD_SECRET_PRINTED', severity: 'warning', endLine: 22, endColumn: 1, hint: 'Do x' }),
    ...Object.values(HOSTILE).map((text, index) =>
      finding({
        line: 1000 + index,
        message: text,
        hint: text,
        file: index % 2 ? FILE : `dir with space/${index}%.md`,
        fix: { edits: [{ file: FILE, line: 7, column: 3, endLine: 8, endColumn: 1, text }] },
      }),
    ),
    finding({ code: 'SCRIPT_STALE', fix: { generated: 'runbooks/demo.ts' } }),
  ],
)
const variation = (part: Partial<VariationReport>): VariationReport => ({
  runbook: 'demo',
  procedure: 'deploy',
  number: 1,
  status: 'passed',
  inputs: {},
  durationMs: 10,
  ...part,
})
export const varied: Report = {
  ...report([step({})]),
  variations: {
    seed: 42,
    count: 3,
    runs: [
      variation({ inputs: { VERSION: '10.0.0' } }),
      variation({ number: 2, status: 'failed', inputs: { NAME: '"<&>' }, change: 'drift' }),
      variation({ number: 3, status: 'not-checkable', environment: 'tokyo', reason: 'no such program' }),
      variation({ number: 0, status: 'failed', change: 'second-run', exception: 'it makes a directory' }),
    ],
  },
}
export const nothing: Report = { version: 1, command: 'verify', locale: 'es', exitCode: 0, findings: [], runs: [] }
