import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { EXIT, StopError } from '#finding/error.ts'
import { renderFindings } from '#report/findings.ts'
import { renderRunSummary } from '#report/run-summary.ts'
import { lastRun } from '#run/journal.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Inputs, Plan } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import { type InputSources, resolveInputs } from '#script/inputs.ts'
import { neededParameters } from '#script/needed.ts'
import { usageError } from '../../terminal/options.ts'
import { askInputs } from '../../terminal/prompt.ts'
import type { ReportFormat } from '../../terminal/report-format.ts'
import { writeReports } from '../../terminal/reports.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import { inputsMissing } from '../errors.ts'
import type { RunbookOptions } from '../options.ts'
import { planOrStop, runReport } from '../plan.ts'
import { createAsker } from './asker.ts'
import { createTargetLock } from './destinations/guard.ts'
import { hurrySignal } from './hurry.ts'
import { journaledRun } from './journaled-run.ts'
import { watchParents } from './parents.ts'
import { activeAccount, checkResume, showTarget } from './target.ts'
import { refuseUnattended } from './unattended.ts'

/** Runs a runbook for real, on this machine: shows the target, asks, keeps a journal. Resolves to the exit status. */
export async function liveRun(script: RunbookScript, options: RunbookOptions, terminal: Terminal): Promise<number> {
  const hurry = hurrySignal()
  const parents = await watchParents()
  const signal = AbortSignal.any([terminal.signal, parents.signal])
  try {
    return await attendedRun(script, options, { ...terminal, signal, hurry: hurry.signal })
  } finally {
    parents.stop()
    hurry.stop()
  }
}

/** The terminal of a live run: what is ending need not be waited for once `hurry` aborts. */
type LiveTerminal = Terminal & { hurry: AbortSignal }

async function attendedRun(script: RunbookScript, asked: RunbookOptions, terminal: LiveTerminal): Promise<number> {
  const person = talkingTo(terminal, asked)
  refuseIncident(script)
  const past = asked.resume ? lastRun(journals(terminal), script.id) : undefined
  if (asked.resume) checkResume(past, script, asked.selection.procedure)
  const options = past ? { ...asked, selection: { ...asked.selection, procedure: past.procedure } } : asked
  const request = { script, shell: 'host' as const, live: true, options, ...(past && { finished: past.finished }) }
  const wanted = planOrStop({ ...request, inputs: {} })
  refuseUnattended(wanted, options, terminal)
  refuseNoDirectory(options, terminal)
  const plan = planOrStop({ ...request, inputs: await liveInputs(wanted, options, person) })
  const account = await activeAccount()
  const lock = await createTargetLock(plan, { account, terminal: person })
  lock.refuseOthers()
  const asker = createAsker({
    terminal: person,
    yes: options.yes,
    yesDelete: options.yesDelete,
    unknown: past?.unknown,
  })
  showTarget(plan, { past, account, terminal: person })
  const directory = startOf(options, terminal)
  const { report, findings, file } = await journaledRun({
    plan,
    past,
    asker,
    guard: lock.guard,
    directory,
    terminal,
  })
  const result = runReport(report, findings, terminal)
  await writeReports(result, options.reports, {
    write: terminal.out.write,
    renderText: () => summary(report, findings, file, terminal),
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

/** Where the steps start: as the person writes it, from where they are. */
const startOf = ({ directory = '.' }: RunbookOptions, terminal: Terminal) => resolve(terminal.directory, directory)

function refuseNoDirectory(options: RunbookOptions, terminal: Terminal) {
  const directory = startOf(options, terminal)
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return
  throw usageError(
    { es: `«${directory}» no es un directorio.`, en: `"${directory}" is not a directory.` },
    { es: 'Da uno que exista a --directory.', en: 'Give --directory one that exists.' },
  )
}

async function liveInputs(plan: Plan, { flags }: RunbookOptions, terminal: Terminal): Promise<Inputs> {
  const sources: InputSources = { flags, environment: terminal.environment }
  // What no selected step needs may be left out, not be wrong.
  const { problems } = resolveInputs(plan.script.parameters, { flags, environment: {} }, { live: true })
  const wrong = problems.filter(({ reason }) => reason)
  if (wrong.length > 0) throw inputsMissing(wrong)
  const parameters = neededParameters(plan)
  const first = resolveInputs(parameters, sources, { live: true })
  if (first.problems.length === 0) return first.inputs
  if (!terminal.interactive || first.problems.some(({ reason }) => reason)) throw inputsMissing(first.problems)
  const prompt = await askInputs(first.problems, terminal)
  return resolveInputs(parameters, { ...sources, prompt }, { live: true }).inputs
}

const journals = ({ state }: Terminal) => join(state, 'journal')

function summary(
  report: RunReport,
  findings: readonly FindingReport[],
  file: string,
  { words, out, locale }: Terminal,
): string {
  const parts = [`\n${renderRunSummary(report, words, out.paint)}`]
  if (findings.length > 0) parts.push(renderFindings(findings, words, out.paint))
  if (report.status !== 'passed') parts.push(RESUME[locale](report.id))
  parts.push(`${JOURNAL[locale]} ${file}`)
  return parts.join('\n\n')
}

const JOURNAL = { es: 'Diario:', en: 'Journal:' }

const RESUME = {
  es: (id: string) => `Para seguir donde se detuvo: pnpm runbook ${id} --resume`,
  en: (id: string) => `To go on where it stopped: pnpm runbook ${id} --resume`,
}
