import { createHostShell } from '#fixture/host.ts'
import { restoreBash, writeState } from '#fixture/host-state.ts'
import { type ProcessWatch, startWatchdog } from '#fixture/watchdog.ts'
import type { Guard } from '#run/context.ts'
import { inputEnvironment } from '#run/inputs.ts'
import { beginJournal, continueJournal, type Journal } from '#run/journal/journal.ts'
import { ownerMark } from '#run/journal/owner.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import { run } from '#run/run.ts'
import type { RunEvent } from '#schema/event.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { RunIdentity } from '#schema/journal.ts'
import type { Localized } from '#schema/locale.ts'
import { type Plan, type PlannedStep, plannedSteps } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import { stepText } from '#script/step-text.ts'
import { progressOn } from '../../dry-run/run-in-fixture.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { RunbookOptions } from '../options.ts'
import { createAsker } from './confirmations.ts'
import { filledText } from './filled.ts'
import { operator } from './locks.ts'
import { journalsOf } from './run-store.ts'
import { secretCheck } from './secrets.ts'
import { openShell, runOnTerminal } from './shell.ts'
import { targetEnvironment } from './target.ts'

/** The terminal of a live run: where a person is shown things and asked, and when to stop waiting for what is ending. */
export interface LiveTerminal extends Terminal {
  person: Terminal
  hurry: AbortSignal
}

export interface JournaledRequest {
  plan: Plan
  identity: RunIdentity
  guard: Guard
  /** What went before, of a run that goes on. */
  past: PastRun | undefined
  options: Pick<RunbookOptions, 'yes' | 'yesDelete'>
  terminal: LiveTerminal
}

export interface JournaledRun {
  report: RunReport
  findings: readonly FindingReport[]
  /** Its journal. */
  file: string
  /** Whether the person wants what was done undone. */
  rollBack: boolean
}

/** Runs a plan on this machine, each fact of it in its journal before it is shown, and leaves no process of a step behind. */
export async function journaledRun({
  plan,
  identity,
  past,
  guard,
  options,
  terminal,
}: JournaledRequest): Promise<JournaledRun> {
  const journal = past
    ? continueJournal(journalsOf(terminal), identity.run)
    : beginJournal(journalsOf(terminal), identity)
  if (past) journal.append({ kind: 'run-resumed', at: now(), by: operator(), owner: await ownerMark() })
  const watchdog = startWatchdog()
  const environment = { ...terminal.environment, ...targetEnvironment(plan) }
  const inputs = inputEnvironment(plan.inputs)
  const shell = createHostShell({
    directory: identity.directory,
    inputs,
    environment,
    watch: watched(watchdog, journal),
    hurry: terminal.hurry,
    ...(past && { restore: past.state }),
  })
  // A step that was just asked about was shown then.
  let asked = ''
  const { undo, interrupts } = plan.procedures[0]?.procedure ?? {}
  const begin = () => {
    const state = shell.state()
    return { directory: state.directory, environment: { ...environment, ...inputs }, restore: restoreBash(state) }
  }
  const asker = createAsker({
    ...options,
    terminal: terminal.person,
    undoable: undo !== undefined,
    interrupts,
    textOf: (step) => {
      asked = step.id
      return shownText(step, plan)
    },
    openShell: () => openShell({ ...begin(), locale: terminal.locale }),
    runHere: async (step) => {
      const refusal = await guard(step, shell.variable)
      return refusal ? refusal.message : ended(await runOnTerminal(stepText(step), begin()))[terminal.locale]
    },
  })
  const isSecret = secretCheck(plan, terminal)
  const findings: FindingReport[] = []
  let rollBack = false
  const show = progressOn(terminal, true)
  const emit = (event: RunEvent) => {
    const state = event.kind === 'step-finished' && { state: writeState(shell.state(), isSecret) }
    journal.append({ ...event, ...state })
    if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    rollBack ||= event.kind === 'step-decided' && event.decision === 'roll-back'
    show(event)
    if (event.kind === 'step-started' && event.step !== asked)
      terminal.err.write(textOfStarted(event.step, plan, terminal))
  }
  try {
    const { locale, signal } = terminal
    const report = await run({ plan, shell, locale, signal, asker, guard, emit, ...(past && { resumed: past }) })
    return { report, findings, file: journal.file, rollBack }
  } finally {
    await shell.close()
    watchdog.close()
    journal.close()
  }
}

const now = () => new Date().toISOString()

const ended = (status: number | undefined): Localized => ({
  es: `Terminó con el estado ${status ?? '?'}.`,
  en: `It ended with status ${status ?? '?'}.`,
})

const shownText = (step: PlannedStep, { inputs }: Plan): string =>
  filledText(step, inputs)
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')

function textOfStarted(id: string, plan: Plan, { err }: Terminal): string {
  const step = plannedSteps(plan).find((one) => one.id === id)
  return step ? `${err.paint('dim', shownText(step, plan))}\n` : ''
}

/** Has the journal know of each process before it starts, so that whoever goes on with the run finds it. */
function watched(watchdog: ProcessWatch, journal: Journal): ProcessWatch {
  return {
    began(tree) {
      if (tree.pid === undefined) journal.append({ kind: 'process-started', at: now(), mark: tree.mark })
      watchdog.began(tree)
    },
    over(mark) {
      watchdog.over(mark)
      journal.append({ kind: 'process-ended', at: now(), mark })
    },
  }
}
