import { mkdir, writeFile } from 'node:fs/promises'
import { isRunbook, type Page } from '#document/model.ts'
import { EXIT } from '#finding/error.ts'
import { type Finding, reportFinding, sortFindings } from '#finding/finding.ts'
import { renderJson } from '#report/json.ts'
import { renderVerifySummary } from '#report/verify-summary.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Report, RunReport } from '#schema/report.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import { runInFixture } from './fixture-run.ts'
import { usageError } from './options.ts'
import { type Pages, readPages } from './pages.ts'
import { inRoot, STATE } from './paths.ts'
import { pathsAreStatic, plainFindings, splitTargets, type Targets } from './plain-pages.ts'
import { writeReports } from './reports.ts'
import type { Terminal } from './run-cli.ts'
import { expectedScripts, scriptDrift } from './script-drift.ts'
import { loadScript, nearest } from './scripts.ts'
import { chooseFixture } from './shells.ts'
import { staticFindings } from './static-findings.ts'
import { parseVerifyOptions, type VerifyOptions } from './verify-options.ts'

/** `pnpm verify`: everything that can be told of pages without running them, then a dry run of each runbook. */
export async function verify(terminal: Terminal): Promise<number> {
  const options = parseVerifyOptions(terminal.args)
  if (options.help) {
    terminal.out.write(`${USAGE[terminal.locale]}\n`)
    return EXIT.passed
  }
  const { ids: chosen, paths } = splitTargets(options.ids)
  if (paths.length > 0) return verifyPaths({ ids: chosen, paths }, options, terminal)
  const read = await readPages()
  const { pages, findings: documents } = read
  const ids = chosenIds(options, pages)
  const found = sortFindings([...documents, ...(await staticFindings(pages)), ...(await drift(read))])
  const findings = found.filter((one) => concerns(one, ids, pages)).map((one) => reportFinding(one, terminal.locale))
  const sound = ids.filter((id) => !findings.some((one) => one.severity === 'error' && isOf(one, id, pages)))
  const runs = options.static || sound.length === 0 ? [] : await dryRuns(sound, options, terminal)
  const report = finish({ findings, runs, terminal })
  await keepEvidence(report, options)
  await writeReports(report, options.reports, {
    write: terminal.out.write,
    renderText: () => renderVerifySummary(report, terminal.words, terminal.out.paint),
  })
  return report.exitCode
}

/** Documents outside the knowledge base: what can be told without running them. */
async function verifyPaths({ ids, paths }: Targets, options: VerifyOptions, terminal: Terminal): Promise<number> {
  if (!options.static || ids.length > 0) throw pathsAreStatic(ids)
  const findings = (await plainFindings(paths)).map((one) => reportFinding(one, terminal.locale))
  const report = finish({ findings, runs: [], terminal })
  await writeReports(report, options.reports, {
    write: terminal.out.write,
    renderText: () => renderVerifySummary(report, terminal.words, terminal.out.paint),
  })
  return report.exitCode
}

async function drift({ pages, files }: Pages): Promise<Finding[]> {
  return (await scriptDrift(expectedScripts(pages), files)).map(({ finding }) => finding)
}

/** The ids asked for, or all there are. Stops for one nobody has. */
function chosenIds({ ids }: VerifyOptions, pages: readonly Page[]): string[] {
  const known = pages.flatMap((page) => (isRunbook(page) && page.locale === 'es' ? [page.header.id] : []))
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

/** A finding concerns a run of `verify` when its page does, or when it is of no runbook at all. */
function concerns({ place }: Finding, ids: readonly string[], pages: readonly Page[]): boolean {
  const page = pages.find(({ file }) => file === place.file)
  return !page || !isRunbook(page) || ids.includes(page.header.id)
}

/** A runbook with a finding on one of its pages does not run: what it would prove is not what the page says. */
function isOf({ file }: FindingReport, id: string, pages: readonly Page[]): boolean {
  const page = pages.find((one) => one.file === file)
  return page ? isRunbook(page) && page.header.id === id : file.endsWith(`/${id}.md`)
}

interface Runs {
  run: RunReport
  findings: readonly FindingReport[]
}

async function dryRuns(ids: readonly string[], { fixture }: VerifyOptions, terminal: Terminal): Promise<Runs[]> {
  const { name, note } = await chooseFixture(fixture)
  if (note) terminal.err.write(`${terminal.err.paint('dim', note[terminal.locale])}\n`)
  const runs: Runs[] = []
  for (const id of ids) {
    const script = await loadScript(id)
    const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
    const plan = planRun({ script, inputs, shell: name, live: false, selection: {} })
    if ('unknown' in plan) throw new Error('a plan without a selection selects nothing unknown')
    runs.push(await runInFixture(plan, { terminal, verbose: false, quiet: !terminal.err.terminal }))
  }
  return runs
}

interface Verified {
  findings: readonly FindingReport[]
  runs: readonly Runs[]
  terminal: Terminal
}

function finish({ findings, runs, terminal }: Verified): Report {
  const invalid = findings.some(({ severity }) => severity === 'error')
  const interrupted = runs.some(({ run }) => run.status === 'interrupted')
  const failed = runs.some(({ run }) => run.status !== 'passed')
  const exitCode = invalid ? EXIT.invalid : interrupted ? EXIT.interrupted : failed ? EXIT.failed : EXIT.passed
  return {
    version: 1,
    command: 'verify',
    locale: terminal.locale,
    exitCode,
    findings: [...findings, ...runs.flatMap((one) => one.findings)],
    runs: runs.map(({ run }) => run),
  }
}

/** Keeps what the site shows as evidence. A verification of some runbooks does not erase that of the others. */
async function keepEvidence(report: Report, options: VerifyOptions): Promise<void> {
  if (options.static || report.runs.length === 0) return
  await mkdir(inRoot(STATE), { recursive: true })
  const file = inRoot(STATE, 'verification.json')
  const others = (await earlierRuns(file)).filter(({ id }) => !report.runs.some((run) => run.id === id))
  await writeFile(
    file,
    renderJson({ ...report, runs: [...others, ...report.runs].sort((a, b) => (a.id < b.id ? -1 : 1)) }),
  )
}

async function earlierRuns(file: string): Promise<RunReport[]> {
  const [{ readFile }, { reportSchema }] = await Promise.all([import('node:fs/promises'), import('#schema/report.ts')])
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return []
  const parsed = reportSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data.runs : []
}

const USAGE = {
  es: `Uso: pnpm verify [ids…] [--static [RUTAS…]] [--fixture docker|embedded] [--report text|json|github[=ARCHIVO]] [--lang es|en]
Comprueba las páginas (documento, comandos, idiomas, scripts) y ejecuta cada runbook en un entorno sellado.
Con --static y rutas, comprueba cualquier archivo Markdown o directorio de fuera de la base de conocimiento.
Estado de salida: 0 sin hallazgos · 1 falló un paso · 2 uso incorrecto · 3 documento no válido · 4 sin entorno`,
  en: `Usage: pnpm verify [ids…] [--static [PATHS…]] [--fixture docker|embedded] [--report text|json|github[=FILE]] [--lang es|en]
Checks the pages (document, commands, languages, scripts) and runs every runbook in a sealed fixture.
With --static and paths, checks any Markdown file or directory outside the knowledge base.
Exit status: 0 no findings · 1 a step failed · 2 wrong usage · 3 invalid document · 4 no fixture`,
}
