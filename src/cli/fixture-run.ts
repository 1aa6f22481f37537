import { createProgress } from '#report/progress.ts'
import { run } from '#run/run.ts'
import type { RunEvent } from '#schema/event.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Plan } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import type { Terminal } from './run-cli.ts'
import { openFixture } from './shells.ts'

export interface FixtureRun {
  run: RunReport
  findings: readonly FindingReport[]
}

/** Runs a plan in a pristine fixture, showing it as it goes, and removes the fixture whatever happens. */
export async function runInFixture(
  plan: Plan,
  { terminal, verbose, quiet }: { terminal: Terminal; verbose: boolean; quiet?: boolean },
): Promise<FixtureRun> {
  const shell = await openFixture(plan.script.system, plan.inputs)
  const findings: FindingReport[] = []
  const show = quiet ? () => {} : progressOn(terminal, verbose)
  const emit = (event: RunEvent) => {
    if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    show(event)
  }
  try {
    return { run: await run({ plan, shell, locale: terminal.locale, signal: terminal.signal, emit }), findings }
  } finally {
    await shell.close()
  }
}

/** Progress goes to stderr: stdout is for the report. */
export function progressOn({ err, words }: Terminal, verbose: boolean): (event: RunEvent) => void {
  return createProgress({ words, paint: err.paint, write: err.write, terminal: err.terminal, verbose })
}
