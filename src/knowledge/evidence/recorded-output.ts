import type { Page } from '#document/model.ts'
import { dryRunsOf, isOfWorld, passedAsIs } from '#report/freshness.ts'
import { worldHash } from '#report/tree-hash.ts'
import { replay } from '#run/replay.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { RunReport } from '#schema/report.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import { runnableScript } from '#script/runnable.ts'
import { type RunbookPages, scriptSource } from '#script/source.ts'
import { pairRunbooks } from '../pages.ts'
import { ROOT } from '../paths.ts'

/** What is known of earlier runs, and who reads about it. */
export interface Recorded {
  /** The runs of the last verifications, of any runbook. */
  runs: readonly RunReport[]
  locale: Locale
  /** The hash of the world of a system as it is now. */
  worldOf?: (system: string) => string
}

/**
 * Where the expected outputs of pages are not what their steps printed when a verification last ran
 * them. Silent on a step that has changed since, or anything before it, its inputs or its world (see
 * `replay`), and on a page that passed as it is. A run decides: this is for when nothing runs.
 */
export async function recordedFindings(pages: readonly Page[], recorded: Recorded): Promise<FindingReport[]> {
  const findings: FindingReport[] = []
  for (const pair of pairRunbooks(pages).values()) findings.push(...(await ofRunbook(pair, recorded)))
  return findings
}

async function ofRunbook(
  pages: RunbookPages,
  { runs, locale, worldOf = (system) => worldHash(ROOT, system) }: Recorded,
): Promise<FindingReport[]> {
  const { id, system } = pages.es.header
  const known = dryRunsOf(runs, { id })
  if (known.length === 0 || passedAsIs(known, id, { es: pages.es.source, en: pages.en?.source })) return []
  const world = worldOf(system)
  const fresh = known.filter((run) => isOfWorld(run, { world }))
  // Real tools before emulators.
  const record = fresh.find(({ shell }) => shell === 'docker') ?? fresh[0]
  return record ? replay(planOf(pages, record), record, locale) : []
}

/** What `pnpm verify` would run of the pages as they are. */
function planOf(pages: RunbookPages, { shell, hash }: RunReport) {
  const script = runnableScript(scriptSource(pages, hash))
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
  const plan = planRun({ script, inputs, shell, live: false, selection: {} })
  if ('problem' in plan) throw new Error('a plan without a selection has no problem')
  return plan
}
