import { EXIT } from '#finding/error.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { MendedReport, Report, Shard } from '#schema/report.ts'
import { openCache } from './cache.ts'
import { affectedIds, changedFiles } from './changed.ts'
import { coverageFindings, coverageOf } from './coverage.ts'
import { evidenceRuns, keepEvidence } from './evidence-file.ts'
import type { FixtureRun } from './fixture-run.ts'
import { usageError } from './options.ts'
import type { Outline } from './outline.ts'
import { inRoot, STATE } from './paths.ts'
import { writeVerification } from './reports.ts'
import type { Terminal } from './run-cli.ts'
import { nearest } from './scripts.ts'
import { shardIds, weightsOf } from './shard.ts'
import { type StaticResult, verifyStatically } from './static-verification.ts'
import { exitOfVerify } from './verify-exit.ts'
import { VERIFY_USAGE } from './verify-help.ts'
import { parseVerifyOptions, type VerifyOptions } from './verify-options.ts'

/** `pnpm verify`: everything that can be told of pages without running them, then a dry run of each runbook. */
export async function verify(terminal: Terminal): Promise<number> {
  if (terminal.args[0] === 'merge') return (await import('./verify-merge.ts')).mergeReports(terminal)
  const options = parseVerifyOptions(terminal.args)
  if (options.help) {
    terminal.out.write(`${VERIFY_USAGE[terminal.locale]}\n`)
    return EXIT.passed
  }
  // A path is an argument like an id; who gives neither pays for no check of them.
  const outside =
    options.ids.length === 0 ? undefined : await (await import('./verify-paths.ts')).verifyPaths(options, terminal)
  if (outside !== undefined) return outside
  if (options.watch) return (await import('./watch.ts')).watch(options, terminal)
  const { checked, mended } = await checkAndMend(options, terminal)
  if (checked.reused) tell(UNCHANGED[terminal.locale](checked.at), terminal)
  const chosen = chooseRunbooks(options, checked, terminal)
  const told = options.static ? await recordedIn(checked, terminal) : []
  const { report, known } = await verifyChosen(chosen, {
    options,
    checked: { ...checked, findings: [...checked.findings, ...told] },
    terminal,
  })
  if (!options.static) keepEvidence(report, known)
  await writeVerification({ ...report, ...(mended && { mended }) }, { requests: options.reports, terminal })
  return report.exitCode
}

/** What earlier runs tell where none follows. Kept nowhere: it is of this moment's pages and this moment's records. */
async function recordedIn({ outlines }: StaticResult, { locale }: Terminal): Promise<FindingReport[]> {
  const runs = evidenceRuns()
  if (runs.length === 0) return []
  return (await import('./recorded-output.ts')).recordedOnDisk(outlines, { runs, locale })
}

/** What can be told without running; with `--fix`, of the pages as they are once mended. */
async function checkAndMend(options: VerifyOptions, terminal: Terminal): Promise<Mending> {
  const check = () => verifyStatically(terminal.locale, openCache(inRoot(STATE, 'cache'), options))
  const checked = await check()
  if (!options.fix) return { checked }
  const [{ mendPages }, { tellMended, withoutFixes }] = await Promise.all([
    import('./mend/pages.ts'),
    import('./mend/tell.ts'),
  ])
  const told = await mendPages(concerning(options, checked), terminal)
  tellMended(told, terminal)
  const after = told.mended.length > 0 ? await check() : checked
  return { checked: { ...after, findings: withoutFixes(after.findings) }, mended: told.mended }
}

interface Mending {
  checked: StaticResult
  mended?: MendedReport[]
}

/** The findings of the runbooks asked for, or all. Of a page that could not be read, the name of its file tells. */
function concerning({ ids }: VerifyOptions, { findings, outlines }: StaticResult): readonly FindingReport[] {
  const idOf = runbookIds(outlines)
  return ids.length === 0 ? findings : findings.filter(({ file }) => ids.includes(idOf.get(file) ?? nameOf(file) ?? ''))
}

interface Chosen {
  /** Runbooks to run. */
  ids: readonly string[]
  /** Runbooks whose findings count. */
  concerned: ReadonlySet<string>
  shard?: Shard
}

interface Setting {
  options: VerifyOptions
  checked: StaticResult
  terminal: Terminal
}

/** What to run: the ids asked for or all there are, of those what changed, of those one part. */
function chooseRunbooks(options: VerifyOptions, { outlines, checkout }: StaticResult, terminal: Terminal): Chosen {
  const asked = askedIds(options, outlines)
  const all = options.changed === undefined ? asked : changedIds(options.changed, asked, outlines, terminal)
  const concerned = new Set(asked)
  const { shard } = options
  if (!shard) return { ids: all, concerned }
  const ids = shardIds(weightsOf(all, { runs: evidenceRuns(), outlines }), shard)
  return { ids, concerned, shard: { ...shard, ids, all: [...all].sort(), checkout } }
}

function changedIds(ref: string, asked: readonly string[], outlines: readonly Outline[], terminal: Terminal): string[] {
  const affected = affectedIds(changedFiles(ref), outlines)
  const ids = asked.filter((id) => affected.has(id))
  tell(CHANGED[terminal.locale](ids, asked.length), terminal)
  return ids
}

/** The ids asked for, or all there are. Stops for one nobody has. */
function askedIds({ ids }: VerifyOptions, outlines: readonly Outline[]): string[] {
  const known = knownIds(outlines)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown === undefined) return ids.length === 0 ? known : [...new Set(ids)]
  const meant = nearest(unknown, known)
  throw usageError(
    { es: `No hay ningún runbook «${unknown}».`, en: `There is no runbook "${unknown}".` },
    meant
      ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` }
      : { es: `Los que hay: ${known.join(', ')}`, en: `Those there are: ${known.join(', ')}` },
  )
}

const knownIds = (outlines: readonly Outline[]) =>
  outlines.flatMap(({ runbook, locale }) => (runbook && locale === 'es' ? [runbook.id] : []))

async function verifyChosen({ ids, concerned, shard }: Chosen, { options, checked, terminal }: Setting) {
  const { outlines } = checked
  const idOf = runbookIds(outlines)
  const findings = checked.findings.filter(({ file }) => {
    const id = idOf.get(file)
    return id === undefined || concerned.has(id)
  })
  const unsound = new Set(findings.filter(isError).map(({ file }) => idOf.get(file) ?? nameOf(file)))
  const sound = ids.filter((id) => !unsound.has(id))
  const runs = options.static || sound.length === 0 ? [] : await runAll(sound, { options, checked, terminal })
  const varied = await varyPassed(runs, { options, terminal })
  const running = new Set(ids)
  const counted = outlines.filter(({ runbook }) => !runbook || running.has(runbook.id))
  const report = reportOf({ findings, runs, varied, counted, shard, options, terminal })
  return { report, known: new Set(knownIds(outlines)) }
}

const isError = ({ severity }: FindingReport) => severity === 'error'

/** The runbook of each page. Of one that could not be read, the name of its file tells. */
const runbookIds = (outlines: readonly Outline[]) =>
  new Map(outlines.map(({ file, runbook }) => [file, runbook?.id] as const))
const nameOf = (file: string) => /([^/]+)\.md$/.exec(file)?.[1]

async function runAll(ids: readonly string[], { options, checked, terminal }: Setting): Promise<FixtureRun[]> {
  const cache = openCache(inRoot(STATE, 'cache'), options)
  const { dryRuns } = await import('./verify-runs.ts')
  return dryRuns({ ids, outlines: checked.outlines, fixture: options.fixture, cache, terminal })
}

type VariedRuns = Pick<Report, 'variations'> & { findings: readonly FindingReport[] }

/** The variations asked for, of the runbooks that pass as they are. */
async function varyPassed(
  runs: readonly FixtureRun[],
  { options, terminal }: Pick<Setting, 'options' | 'terminal'>,
): Promise<VariedRuns> {
  const { variations: count, variationSeed: seed, fixture } = options
  if (count === undefined) return { findings: [] }
  const ids = runs.flatMap(({ run }) => (run.status === 'passed' ? [run.id] : []))
  const { verifyVariations } = await import('./variations/verify-variations.ts')
  return verifyVariations({ ids, count, seed, fixture, terminal })
}

interface Outcome {
  findings: readonly FindingReport[]
  runs: readonly FixtureRun[]
  varied: VariedRuns
  /** Pages whose blocks are counted. */
  counted: readonly Outline[]
  shard: Shard | undefined
  options: VerifyOptions
  terminal: Terminal
}

function reportOf({ findings, runs: ran, varied, counted, shard, options, terminal }: Outcome): Report {
  const { locale, signal } = terminal
  const runs = ran.map(({ run }) => run)
  const told = [...findings, ...ran.flatMap(({ refused = [] }) => refused)]
  const coverage = coverageOf({ outlines: counted, runs, locale, required: options.minExecuted })
  const shortfalls = coverageFindings(coverage, locale)
  const { variations } = varied
  return {
    version: 1,
    command: 'verify',
    locale,
    exitCode: exitOfVerify({ invalid: told.some(isError), interrupted: signal.aborted, runs, variations, shortfalls }),
    findings: [...told, ...ran.flatMap((one) => one.findings), ...varied.findings, ...shortfalls],
    runs,
    coverage,
    ...(variations && { variations }),
    ...(shard && { shard }),
  }
}

const tell = (line: string, { err }: Terminal) => err.write(`${err.paint('dim', line)}\n`)

const UNCHANGED = {
  es: (at: string) => `Páginas sin cambios desde ${at}: no se analizan otra vez (--no-cache lo repite todo).`,
  en: (at: string) => `Pages unchanged since ${at}: not checked again (--no-cache repeats everything).`,
}

const CHANGED = {
  es: (ids: readonly string[], all: number) => `Cambios: ${ids.length} de ${all} runbooks. ${ids.join(', ')}`.trim(),
  en: (ids: readonly string[], all: number) => `Changed: ${ids.length} of ${all} runbooks. ${ids.join(', ')}`.trim(),
}
