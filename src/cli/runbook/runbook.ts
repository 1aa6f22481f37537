import { EXIT } from '#finding/error.ts'
import { loadScript, scriptIds } from '#knowledge/scripts/load.ts'
import type { Plan } from '#schema/plan.ts'
import type { Report } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { ShellName } from '#schema/status.ts'
import { resolveInputs } from '#script/inputs.ts'
import { inFixture } from '../dry-run/choose-fixture.ts'
import { parseOptions } from '../terminal/options.ts'
import { writeReports } from '../terminal/reports.ts'
import { note, type Terminal } from '../terminal/terminal.ts'
import { COMPLETION } from './completion/word.ts'
import { inputsMissing } from './errors.ts'
import { runbookHelp } from './help.ts'
import { runbookList, runbookListJson } from './list.ts'
import { LIST_OPTIONS } from './option-table.ts'
import { parseRunbookOptions, type RunbookOptions, runbookId } from './options.ts'
import { planOrStop, planToShow, runReport } from './plan.ts'

/** `pnpm runbook`: lists, plans, dry-runs or runs a runbook. Resolves to the exit status. */
export async function runbook(terminal: Terminal): Promise<number> {
  const id = runbookId(terminal.args, await scriptIds())
  const wantsHelp = terminal.args.includes('--help') || terminal.args.includes('-h')
  if (id === undefined) return say(terminal, wantsHelp ? runbookHelp(undefined, terminal) : await list(terminal))
  if (id === COMPLETION) return (await import('./completion/completion.ts')).completion(terminal)
  const script = await loadScript(id)
  if (wantsHelp) return say(terminal, runbookHelp(script, terminal))
  const options = parseRunbookOptions(terminal.args, script)
  if (options.mode === 'live') return (await import('./live/run.ts')).liveRun(script, options, terminal)
  if (options.mode === 'plan') return say(terminal, await shownPlan(script, options, terminal))
  const planIn = (name: ShellName) => planFixtureRun(script, options, name)
  // What was asked for wrongly stops before a fixture is looked for.
  planIn('embedded')
  return inFixture(options.fixture, terminal, (name) => dryRun(planIn(name), options, terminal))
}

/** Without an id, the only thing to choose is the form of the list. */
function list(terminal: Terminal): Promise<string> {
  const { values } = parseOptions(terminal.args, LIST_OPTIONS)
  return values.json ? runbookListJson(terminal) : runbookList(terminal)
}

async function shownPlan(script: RunbookScript, options: RunbookOptions, terminal: Terminal): Promise<string> {
  const { renderPlan } = await import('./show-plan.ts')
  return renderPlan(planToShow(script, options, terminal), terminal)
}

function say({ out }: Terminal, text: string): number {
  out.write(`${text}\n`)
  return EXIT.passed
}

/** The plan of a dry run: every parameter has a value, its example if nothing else. */
function planFixtureRun(script: RunbookScript, options: RunbookOptions, shell: ShellName): Plan {
  const { inputs, problems } = resolveInputs(
    script.parameters,
    { flags: options.flags, environment: {} },
    { live: false },
  )
  if (problems.length > 0) throw inputsMissing(problems)
  return planOrStop({ script, inputs, shell, live: false, options })
}

async function dryRun(plan: Plan, options: RunbookOptions, terminal: Terminal): Promise<number> {
  const [{ runInFixture }, { renderRunSummary }, { renderFindings }] = await Promise.all([
    import('../dry-run/run-in-fixture.ts'),
    import('#report/run-summary.ts'),
    import('#report/findings.ts'),
  ])
  const { run, findings } = await runInFixture(plan, { terminal, verbose: options.verbose, keep: options.keep })
  const report = runReport(run, findings, terminal)
  await keepForLiveRuns(report, terminal)
  await writeReports(report, options.reports, {
    write: (text) => terminal.out.write(text),
    renderText: () =>
      [
        `\n${renderRunSummary(run, terminal.words, terminal.out.paint)}`,
        ...(findings.length > 0 ? [renderFindings(findings, terminal.words, terminal.out.paint)] : []),
      ].join('\n\n'),
  })
  return report.exitCode
}

/** A live run says what it will change from it; without it, it says that it does not know. */
async function keepForLiveRuns(report: Report, terminal: Terminal): Promise<void> {
  const { keepRehearsal } = await import('#knowledge/evidence/file.ts')
  try {
    keepRehearsal(report)
  } catch (error) {
    note(`${NOT_KEPT[terminal.locale]} ${error instanceof Error ? error.message : error}`, terminal)
  }
}

const NOT_KEPT = { es: 'El ensayo no se pudo guardar:', en: 'The rehearsal could not be kept:' }
