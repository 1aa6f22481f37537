import { join } from 'node:path'
import { createHostShell } from '#fixture/host.ts'
import { writeState } from '#fixture/host-state.ts'
import { startWatchdog } from '#fixture/watchdog.ts'
import type { Asker, Guard } from '#run/context.ts'
import { inputEnvironment } from '#run/inputs.ts'
import { openJournal, type PastRun } from '#run/journal.ts'
import { run } from '#run/run.ts'
import type { RunEvent } from '#schema/event.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Plan } from '#schema/plan.ts'
import { progressOn } from '../../dry-run/run-in-fixture.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { secretCheck } from './secrets.ts'
import { targetEnvironment } from './target.ts'

interface LiveRequest {
  plan: Plan
  past: PastRun | undefined
  asker: Asker
  guard: Guard
  directory: string
  terminal: Terminal & { hurry: AbortSignal }
}

export async function journaledRun({ plan, past, asker, guard, directory, terminal }: LiveRequest) {
  const watch = startWatchdog()
  const shell = createHostShell({
    directory,
    inputs: inputEnvironment(plan.inputs),
    environment: { ...terminal.environment, ...targetEnvironment(plan) },
    watch,
    hurry: terminal.hurry,
    ...(past && { restore: past.restore }),
  })
  const name = past?.name ?? `${plan.script.id}.${new Date().toISOString().replaceAll(':', '-')}`
  const journal = openJournal(journals(terminal), name)
  const isSecret = secretCheck(plan, terminal)
  const findings: FindingReport[] = []
  const show = progressOn(terminal, true)
  const emit = (event: RunEvent) => {
    journal.append(event)
    if (event.kind === 'step-finished') journal.keepState(writeState(shell.state(), isSecret))
    if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    show(event)
  }
  try {
    const report = await run({ plan, shell, locale: terminal.locale, signal: terminal.signal, asker, guard, emit })
    return { report, findings, file: journal.file }
  } finally {
    await shell.close()
    watch.close()
    journal.close()
  }
}

const journals = ({ state }: Terminal) => join(state, 'journal')
