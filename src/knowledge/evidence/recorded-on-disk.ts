import { readFile } from 'node:fs/promises'
import { passedAsIs } from '#report/freshness.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { Outline } from '../outline.ts'
import { inRoot } from '../paths.ts'
import type { Recorded } from './recorded-output.ts'

/**
 * `recordedFindings` of pages as they are on disk. Those nothing is recorded of, or that have not changed, are not
 * parsed; without any other, what parses them is not even loaded.
 */
export async function recordedOnDisk(outlines: readonly Outline[], recorded: Recorded): Promise<FindingReport[]> {
  const ids = new Set(recorded.runs.map(({ id }) => id))
  const runbooks = Map.groupBy(outlines, ({ runbook }) => runbook?.id)
  const changed: PageText[] = []
  for (const [id, twins] of runbooks)
    if (id && ids.has(id)) changed.push(...(await changedSources(id, twins, recorded)))
  if (changed.length === 0) return []
  const [{ parsePage }, { recordedFindings }] = await Promise.all([
    import('#document/parse.ts'),
    import('./recorded-output.ts'),
  ])
  return recordedFindings(
    changed.flatMap((source) => parsePage(source).page ?? []),
    recorded,
  )
}

interface PageText {
  file: string
  source: string
}

async function changedSources(id: string, twins: readonly Outline[], { runs }: Recorded): Promise<PageText[]> {
  const sources = await Promise.all(
    twins.map(async ({ file, locale }) => ({ file, locale, source: await readFile(inRoot(file), 'utf8') })),
  )
  const sourceIn = (wanted: Locale) => sources.find(({ locale }) => locale === wanted)?.source
  return passedAsIs(runs, id, { es: sourceIn('es') ?? '', en: sourceIn('en') }) ? [] : sources
}
