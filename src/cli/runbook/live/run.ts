import { EXIT, StopError } from '#finding/error.ts'
import { type PastRun, pastRuns } from '#run/journal/past-run.ts'
import type { RunIdentity } from '#schema/journal.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { ReportFormat } from '../../terminal/report-format.ts'
import { writeReports } from '../../terminal/reports.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { RunbookOptions } from '../options.ts'
import { runReport } from '../plan.ts'
import { before, rehearsed } from './before/before.ts'
import type { Rehearsal } from './before/rehearsal.ts'
import { chooseRun } from './choose-run.ts'
import { createTargetLock } from './destinations/guard.ts'
import { hurrySignal } from './force-quit.ts'
import { identityOf } from './identity.ts'
import { type JournaledRun, journaledRun, type LiveTerminal } from './journaled-run.ts'
import { livePlan } from './live-plan.ts'
import { changesAnything, holdLocks } from './locks.ts'
import { endSurvivors } from './orphan-processes.ts'
import { agreeToChanges } from './page-changes.ts'
import { watchParents } from './parent-watch.ts'
import { asRecorded, refuseDifferences, targetDifferences } from './resume-options.ts'
import { journalsOf } from './run-store.ts'
import { liveSummary } from './summary.ts'
import { activeAccount } from './target.ts'
import { lockNames, targetOf } from './target-of.ts'
import { undoOptions } from './undo.ts'

/** Runs a runbook for real, on this machine: shows the target, asks, keeps a journal. Resolves to the exit status. */
export async function liveRun(script: RunbookScript, options: RunbookOptions, terminal: Terminal): Promise<number> {
  refuseIncident(script)
  const hurry = hurrySignal()
  const parents = await watchParents()
  const signal = AbortSignal.any([terminal.signal, parents.signal])
  const own = { ...terminal, signal, hurry: hurry.signal }
  try {
    return await attendedRun(script, options, { ...own, person: talkingTo(own, options) })
  } finally {
    parents.stop()
    hurry.stop()
  }
}

/** From what was asked to the exit status; what a person wants undone is undone. */
async function attendedRun(script: RunbookScript, asked: RunbookOptions, terminal: LiveTerminal): Promise<number> {
  const past = asked.resume === undefined ? undefined : chosenRun(script, asked, terminal)
  const options = past ? asRecorded(asked, past, terminal.environment) : asked
  const plan = await livePlan(script, options, { past, terminal })
  const account = await activeAccount()
  const aim = await createTargetLock(plan, { account, terminal: terminal.person })
  aim.refuseOthers()
  const target = targetOf(plan, account)
  const identity = await identityOf(plan, { past, target, options, terminal })
  if (past) await refuseAnother(past, identity, terminal)
  const request = { past, account, aims: aim.aims, options, terminal }
  const rehearsal = rehearsed(plan, request)
  const targets = changesAnything(plan) ? lockNames(target) : []
  const release = await holdLocks({ run: identity.run, targets }, terminal)
  let live: JournaledRun
  try {
    if (past) refuseOutdated(past, terminal)
    if (past) await endSurvivors(past, options.yes, terminal.person)
    await before(plan, rehearsal, request)
    live = await journaledRun({ plan, identity, past, guard: aim.guard, options, terminal })
  } finally {
    release()
  }
  const status = await told(live, { identity, rehearsal, options, terminal })
  if (!live.rollBack) return status
  return (await attendedRun(script, undoOptions(identity, { script, options }), terminal)) || status
}

/** The run to go on with, as its journal tells it. */
const chosenRun = (script: RunbookScript, { selection, resume = '' }: RunbookOptions, terminal: Terminal): PastRun =>
  chooseRun(pastRuns(journalsOf(terminal)), { script, procedure: selection.procedure, run: resume })

/** Stops where the run went on elsewhere between its journal being read and its lock being ours. */
function refuseOutdated({ identity, lastAt }: PastRun, terminal: Terminal): void {
  const now = pastRuns(journalsOf(terminal)).find((one) => one.identity.run === identity.run)
  if (now?.lastAt === lastAt) return
  throw new StopError(
    EXIT.usage,
    {
      es: `La ejecución ${identity.run} acaba de seguir en otro lugar.`,
      en: `The run ${identity.run} has just gone on elsewhere.`,
    },
    { hint: { es: `Mírala: pnpm runs show ${identity.run}`, en: `See it: pnpm runs show ${identity.run}` } },
  )
}

/** Stops a run that would go on as another: against another target, or with steps nobody agreed to. */
async function refuseAnother(past: PastRun, identity: RunIdentity, { person }: LiveTerminal): Promise<void> {
  const { run, runbook, target } = past.identity
  refuseDifferences(run, runbook, targetDifferences(target, identity.target))
  await agreeToChanges(past, identity.content, person)
}

interface Told {
  identity: RunIdentity
  rehearsal: Rehearsal
  options: RunbookOptions
  terminal: Terminal
}

/** Writes the reports of a run. Resolves to its exit status. */
async function told(live: JournaledRun, { identity, rehearsal, options, terminal }: Told): Promise<number> {
  const result = runReport(live.report, live.findings, terminal)
  await writeReports(result, options.reports, {
    write: terminal.out.write,
    renderText: () => liveSummary(live, { identity, rehearsal }, terminal),
  })
  return result.exitCode
}

/** Where a person is shown the target and asked: never among what a program reads. */
function talkingTo(terminal: Terminal, { reports }: RunbookOptions): Terminal {
  const isParsed = reports.some(({ format, file }) => file === undefined && !AMONG_LINES.has(format))
  return isParsed ? { ...terminal, out: terminal.err } : terminal
}

/** Formats that may stand among other lines. */
const AMONG_LINES: ReadonlySet<ReportFormat> = new Set(['text', 'github'])

/** What reproduces an incident would cause it. */
function refuseIncident({ id, incident }: RunbookScript) {
  if (!incident) return
  throw new StopError(
    EXIT.usage,
    {
      es: `«${id}» reproduce un incidente: solo se ejecuta en un entorno sellado.`,
      en: `"${id}" reproduces an incident: it only runs in a sealed fixture.`,
    },
    { hint: { es: `Usa pnpm runbook ${id} --dry-run`, en: `Use pnpm runbook ${id} --dry-run` } },
  )
}
