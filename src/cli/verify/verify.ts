import { EXIT } from '#finding/error.ts'
import { openCache } from '#knowledge/cache.ts'
import { evidenceRuns, keepEvidence } from '#knowledge/evidence/file.ts'
import type { Outline } from '#knowledge/outline.ts'
import { inRoot, STATE } from '#knowledge/paths.ts'
import { type StaticResult, verifyStatically } from '#knowledge/pipeline/cached.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { MendedReport } from '#schema/report.ts'
import type { FixtureRun } from '../dry-run/run-in-fixture.ts'
import { readCommandLine } from '../terminal/options.ts'
import { writeVerification } from '../terminal/reports.ts'
import { note, type Terminal } from '../terminal/terminal.ts'
import { type Chosen, chooseRunbooks, knownIds } from './choose.ts'
import { VERIFY } from './help.ts'
import { type VerifyOptions, verifyOptions } from './options.ts'
import { isError, reportOf, type VariedRuns } from './report.ts'

/** `pnpm verify`: everything that can be found in pages without running them, then a dry run of each runbook. */
export async function verify(terminal: Terminal): Promise<number> {
  if (terminal.args[0] === 'merge') return (await import('./merge.ts')).mergeReports(terminal)
  const given = readCommandLine(VERIFY, terminal)
  if (!given) return EXIT.passed
  const options = verifyOptions(given)
  // A path is an argument like an id; who gives neither pays for no check of them.
  const outside =
    options.ids.length === 0 ? undefined : await (await import('./external.ts')).verifyPaths(options, terminal)
  if (outside !== undefined) return outside
  if (options.watch) return (await import('./watch.ts')).watch(options, terminal)
  const { checked, fixed } = await checkAndFix(options, terminal)
  if (checked.reused) note(UNCHANGED[terminal.locale](checked.at), terminal)
  const chosen = chooseRunbooks(options, checked, terminal)
  const recorded = options.static ? await recordedIn(checked, terminal) : []
  const { report, known } = await verifyChosen(chosen, {
    options,
    checked: { ...checked, findings: [...checked.findings, ...recorded] },
    terminal,
  })
  if (!options.static) keepEvidence(report, known)
  await writeVerification({ ...report, ...(fixed && { mended: fixed }) }, { requests: options.reports, terminal })
  return report.exitCode
}

/** What earlier runs say of the pages, where no run follows. Never cached: it depends on the pages and the records of this moment. */
async function recordedIn({ outlines }: StaticResult, { locale }: Terminal): Promise<FindingReport[]> {
  const runs = evidenceRuns()
  if (runs.length === 0) return []
  return (await import('#knowledge/evidence/recorded-on-disk.ts')).recordedOnDisk(outlines, { runs, locale })
}

interface Fixing {
  checked: StaticResult
  fixed?: MendedReport[]
}

/** What can be found without running; with `--fix`, in the pages as they are once fixed. */
async function checkAndFix(options: VerifyOptions, terminal: Terminal): Promise<Fixing> {
  const check = () => verifyStatically(terminal.locale, openCache(inRoot(STATE, 'cache'), options))
  const checked = await check()
  if (!options.fix) return { checked }
  const [{ fixPages }, { showFixes, withoutFixes }] = await Promise.all([
    import('#knowledge/fix/pages.ts'),
    import('./show-fixes.ts'),
  ])
  const fixes = await fixPages(concerning(options, checked), terminal)
  showFixes(fixes, terminal)
  const after = fixes.made.length > 0 ? await check() : checked
  return { checked: { ...after, findings: withoutFixes(after.findings) }, fixed: fixes.made }
}

/** The findings of the runbooks asked for, or all. A page that could not be read is known by the name of its file. */
function concerning({ ids }: VerifyOptions, { findings, outlines }: StaticResult): readonly FindingReport[] {
  const idOf = runbookIds(outlines)
  return ids.length === 0 ? findings : findings.filter(({ file }) => ids.includes(idOf.get(file) ?? nameOf(file) ?? ''))
}

interface Setting {
  options: VerifyOptions
  checked: StaticResult
  terminal: Terminal
}

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

/** The runbook of each page. Of one that could not be read, the name of its file tells. */
const runbookIds = (outlines: readonly Outline[]) =>
  new Map(outlines.map(({ file, runbook }) => [file, runbook?.id] as const))
const nameOf = (file: string) => /([^/]+)\.md$/.exec(file)?.[1]

async function runAll(ids: readonly string[], { options, checked, terminal }: Setting): Promise<FixtureRun[]> {
  const cache = openCache(inRoot(STATE, 'cache'), options)
  const { dryRuns } = await import('./runs.ts')
  return dryRuns({ ids, outlines: checked.outlines, fixture: options.fixture, cache, terminal })
}

/** The variations asked for, of the runbooks that pass as they are. */
async function varyPassed(
  runs: readonly FixtureRun[],
  { options, terminal }: Pick<Setting, 'options' | 'terminal'>,
): Promise<VariedRuns> {
  const { variations: count, variationSeed: seed, fixture } = options
  if (count === undefined) return { findings: [] }
  const ids = runs.flatMap(({ run }) => (run.status === 'passed' ? [run.id] : []))
  const { verifyVariations } = await import('./variations.ts')
  return verifyVariations({ ids, count, seed, fixture, terminal })
}

const UNCHANGED = {
  es: (at: string) => `Páginas sin cambios desde ${at}: no se analizan otra vez (--no-cache lo repite todo).`,
  en: (at: string) => `Pages unchanged since ${at}: not checked again (--no-cache repeats everything).`,
}
