import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { EXIT, StopError } from '#finding/error.ts'
import { coverageFindings } from '#knowledge/evidence/coverage.ts'
import { keepEvidence } from '#knowledge/evidence/file.ts'
import { stepCoverageLow } from '#run/findings/coverage-low.ts'
import { type Coverage, totalCoverage } from '#schema/coverage.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Localized } from '#schema/locale.ts'
import { type Report, reportSchema, type Shard, type VariationsReport } from '#schema/report.ts'
import { readCommandLine, usageError } from '../terminal/options.ts'
import { writeVerification } from '../terminal/reports.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { exitOfVerify } from './exit.ts'
import { VERIFY } from './help.ts'
import { verifyOptions } from './options.ts'

/** `pnpm verify merge REPORT…`: one report of the JSON reports of all shards. Refuses parts that are not of one whole. */
export async function mergeReports(terminal: Terminal): Promise<number> {
  const given = readCommandLine(VERIFY, { ...terminal, args: terminal.args.slice(1) })
  if (!given) return EXIT.passed
  const options = verifyOptions(given)
  if (options.fix) throw usageError({ es: 'merge y --fix no van juntas.', en: 'merge and --fix do not go together.' })
  const report = mergeParts(options.ids.map(readPart), options.minExecuted)
  keepEvidence(report, new Set(report.runs.map(({ id }) => id)))
  await writeVerification(report, { requests: options.reports, terminal })
  return report.exitCode
}

/** The report of one shard. */
export interface Part {
  file: string
  report: Report & { shard: Shard }
}

function readPart(file: string): Part {
  try {
    const report = reportSchema.parse(JSON.parse(readFileSync(resolve(file), 'utf8')))
    const { shard } = report
    if (shard) return { file, report: { ...report, shard } }
  } catch (cause) {
    throw refused({ es: `${file} no es un informe JSON de verify.`, en: `${file} is no JSON report of verify.` }, cause)
  }
  throw refused({ es: `${file} no es el informe de una parte.`, en: `${file} is not the report of a shard.` })
}

/** Joins the parts of one verification. `required` replaces the coverage the parts asked for. */
export function mergeParts(parts: readonly Part[], required?: number): Report {
  const [first] = parts
  if (!first) throw usageError({ es: 'No hay informes que juntar.', en: 'There are no reports to merge.' })
  refuseOtherWholes(parts, first)
  refuseOtherNumbers(parts, first)
  refuseOtherIds(parts, first)
  const reports = parts.map(({ report }) => report)
  const coverage = mergeCoverage(reports, required)
  const shortfalls = coverageFindings(coverage, first.report.locale)
  const runs = reports.flatMap((report) => report.runs).sort((a, b) => (a.id < b.id ? -1 : 1))
  const variations = mergeVariations(reports)
  const invalid = reports.some(({ exitCode }) => exitCode === EXIT.invalid)
  const interrupted = reports.some(({ exitCode }) => exitCode === EXIT.interrupted)
  return {
    version: 1,
    command: 'verify',
    locale: first.report.locale,
    exitCode: exitOfVerify({ invalid, interrupted, runs, variations, shortfalls }),
    findings: [...distinct(reports.flatMap(({ findings }) => findings)), ...shortfalls],
    runs,
    coverage,
    ...(variations && { variations }),
  }
}

/** Every shard varies its own runbooks. */
function mergeVariations(reports: readonly Report[]): VariationsReport | undefined {
  const parts = reports.flatMap(({ variations }) => variations ?? [])
  return parts[0] && { ...parts[0], runs: parts.flatMap(({ runs }) => runs) }
}

/** Every part finds the same in documents. Whether coverage is short is decided anew for the whole. */
function distinct(findings: readonly FindingReport[]): FindingReport[] {
  const kept = findings.filter(({ code }) => code !== stepCoverageLow.code)
  return [...new Map(kept.map((finding) => [JSON.stringify(finding), finding])).values()]
}

function mergeCoverage(reports: readonly Report[], required: number | undefined): Coverage {
  const all = reports.flatMap(({ coverage }) => coverage?.pages ?? [])
  const pages = [...new Map(all.map((page) => [page.file, page])).values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  const asked = required ?? reports.find(({ coverage }) => coverage?.required !== undefined)?.coverage?.required
  return { total: totalCoverage(pages), pages, ...(asked !== undefined && { required: asked }) }
}

function refuseOtherWholes(parts: readonly Part[], first: Part): void {
  const whole = ({ report: { shard, locale, variations } }: Part) =>
    JSON.stringify([shard.total, shard.checkout, shard.all, locale, variations?.seed, variations?.count])
  const other = parts.find((part) => whole(part) !== whole(first))
  if (!other) return
  throw refused({
    es: `${first.file} y ${other.file} no son partes de la misma verificación (otro código, otro número de partes u otro idioma).`,
    en: `${first.file} and ${other.file} are not parts of one verification (another checkout, number of parts, or language).`,
  })
}

function refuseOtherNumbers(parts: readonly Part[], { report: { shard } }: Part): void {
  const seen = new Map<number, string>()
  for (const { file, report } of parts) {
    const { index } = report.shard
    const twice = seen.get(index)
    if (twice !== undefined)
      throw refused({
        es: `${twice} y ${file} son la misma parte, ${index}.`,
        en: `${twice} and ${file} are the same shard, ${index}.`,
      })
    seen.set(index, file)
  }
  const missing = Array.from({ length: shard.total }, (_, at) => at + 1).filter((index) => !seen.has(index))
  if (missing.length === 0) return
  const list = missing.join(', ')
  throw refused({
    es: `Faltan las partes ${list} de ${shard.total}.`,
    en: `Shards ${list} of ${shard.total} are missing.`,
  })
}

/** Parts that were balanced with different durations may leave a runbook out, or have it twice. */
function refuseOtherIds(parts: readonly Part[], { report: { shard } }: Part): void {
  const ids = parts.flatMap(({ report }) => report.shard.ids).sort()
  if (JSON.stringify(ids) === JSON.stringify(shard.all)) return
  throw refused({
    es: 'Las partes no reparten los mismos runbooks: alguno falta o está dos veces.',
    en: 'The parts do not share out the same runbooks: one is missing or there twice.',
  })
}

const refused = (text: Localized, cause?: unknown) =>
  new StopError(EXIT.usage, text, { hint: HINT, ...(cause !== undefined && { cause }) })

const HINT: Localized = {
  es: 'Da el informe JSON de cada parte: pnpm verify --shard i/n --report json=ARCHIVO',
  en: 'Give the JSON report of each part: pnpm verify --shard i/n --report json=FILE',
}
