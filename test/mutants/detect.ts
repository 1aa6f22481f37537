import { check, checkPage } from '#check/check.ts'
import { checkPages } from '#check/check-pages.ts'
import { checkSite } from '#check/check-site.ts'
import { loadAllFormats } from '#check/files/load.ts'
import { type Site, siteOf } from '#check/page/site.ts'
import type { Surroundings } from '#check/rule.ts'
import { isRunbook, type Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import type { Finding } from '#finding/finding.ts'
import { sourceHash } from '#report/source-hash.ts'
import { worldHash } from '#report/tree-hash.ts'
import type { RunReport } from '#schema/report.ts'
import { recordedFindings } from '../../src/knowledge/evidence/recorded-output.ts'
import { ROOT } from '../../src/knowledge/paths.ts'
import { surroundings } from '../../src/knowledge/pipeline/surroundings.ts'
import { type Fixture, runPages } from '../support/page-run.ts'
import type { Mutant, Pair } from './fault.ts'

/** The knowledge base a mutant is checked in. */
export interface Base {
  pages: readonly Page[]
  around: Surroundings
}

/** Reads the shipped pages once. Throws when one cannot be read, or has a finding: every mutant would seem caught. */
export async function baseOf(sources: ReadonlyMap<string, string>): Promise<Base> {
  const pages = [...sources].map(([file, source]) => {
    const { page } = parsePage({ file, source })
    if (!page) throw new Error(`${file} cannot be read`)
    return page
  })
  // A fault may make a file of another format of one.
  const around = { ...(await surroundings(pages)), formats: await loadAllFormats() }
  const [first] = check(pages, around)
  if (first) throw new Error(`the shipped pages have ${first.code} in ${first.place.file}`)
  return { pages, around }
}

/** The runbooks of the knowledge base with their twins. */
export function pairsOf({ pages }: Base): Pair[] {
  const runbooks = pages.filter(isRunbook)
  return runbooks.flatMap((es) => {
    const en = runbooks.find(({ locale, header }) => locale === 'en' && header.id === es.header.id)
    return es.locale === 'es' && en ? [{ es, en }] : []
  })
}

/** Codes of what is found in a mutant without running it, given the runs of the shipped pages. Rules over one page see its two pages; those over all, all. */
export async function staticCodes(
  base: Base,
  { pair, mutant, runs }: { pair: Pair; mutant: Mutant; runs: readonly RunReport[] },
): Promise<string[]> {
  const { around } = base
  const es = parsePage({ file: pair.es.file, source: mutant.es })
  const en = parsePage({ file: pair.en.file, source: mutant.en })
  const unreadable = [...es.findings, ...en.findings]
  if (unreadable.length > 0) return unreadable.map(({ code }) => code)
  if (!es.page || !en.page) throw new Error('a page that cannot be read has findings')
  const changed = [es.page, en.page]
  // Most faults are in both pages: one of them tells.
  const first = mutant.es === pair.es.source ? en.page : es.page
  const alone = errorsOf(checkPage(first, around))
  if (alone.length > 0) return alone
  const both = errorsOf(checkPages(changed, around))
  if (both.length > 0) return both
  const recorded = await recordedFindings(changed, { runs, locale: 'es', worldOf })
  if (recorded.length > 0) return recorded.map(({ code }) => code)
  return errorsOf(checkSite(siteWith(base, pair, changed), around))
}

const worlds = new Map<string, string>()

/** The world of a system: nothing changes it while mutants are judged. */
function worldOf(system: string): string {
  const world = worlds.get(system) ?? worldHash(ROOT, system)
  worlds.set(system, world)
  return world
}

const others = new WeakMap<Pair, Site>()

/** The knowledge base with other pages for a pair. */
function siteWith({ pages }: Base, pair: Pair, changed: readonly Page[]): Site {
  const rest = others.get(pair) ?? siteOf(pages.filter((page) => page !== pair.es && page !== pair.en))
  others.set(pair, rest)
  const own = siteOf(changed)
  return { pages: [...rest.pages, ...own.pages], incidents: [...rest.incidents, ...own.incidents] }
}

const errorsOf = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)

/** Codes of what a dry run of a mutant finds. Rejects when the world of its system cannot be set up. */
export async function runCodes(pair: Pair, { es, en }: Pick<Mutant, 'es' | 'en'>, fixture: Fixture): Promise<string[]> {
  const sources = new Map([
    [pair.es.file, es],
    [pair.en.file, en],
  ])
  const { findings } = await runPages({ sources, id: pair.es.header.id, fixture })
  return findings.map(({ code }) => code)
}

/** The record of a run of a shipped runbook, as a verification keeps it; undefined where the embedded fixture cannot run it. */
export async function shippedRun({ es, en }: Pair): Promise<RunReport | undefined> {
  if (es.header.docker !== undefined) return undefined
  const sources = new Map([es, en].map(({ file, source }) => [file, source]))
  const { report } = await runPages({ sources, id: es.header.id, fixture: 'embedded' })
  if (report.status !== 'passed') return undefined
  const hash = sourceHash({ es: es.source, en: en.source })
  return { ...report, hash, world: worldOf(es.header.system) }
}
