import { type Current, dryRunsOf, isOfPage, isOfWorld } from '#report/freshness.ts'
import type { RunReport, StepReport } from '#schema/report.ts'
import type { ShellName } from '#schema/status.ts'

/** What the badge of a step says, from strongest to weakest claim; `failed` wins over all. */
const BADGE_KINDS = ['failed', 'executed', 'emulated', 'checked', 'not-checkable', 'none'] as const
export type BadgeKind = (typeof BADGE_KINDS)[number]

export interface Badge {
  kind: BadgeKind
  /** When the run that gave it began, ISO 8601. */
  date: string
  shell: ShellName
  /** The page has changed since. */
  stale: boolean
  reason?: string
  /** What the step printed, redacted and cut to its last lines. */
  output?: string
}

/** The badge of every step of a runbook by step id, and the runs they come from. */
export interface PageEvidence {
  badges: ReadonlyMap<string, Badge>
  runs: readonly RunReport[]
  stale: boolean
  /** What changed since: the page, or only what it was run with. */
  changed?: 'page' | 'world'
}

/**
 * The strongest evidence each step has in the dry runs of the last
 * verification. Runs of the page as it is, in the fixture as it is, win over earlier ones,
 * which are only shown, as stale, when there is no other. Live runs say
 * nothing about a page. Undefined when no dry run of it is known.
 */
export function evidenceOf(runs: readonly RunReport[], current: Current): PageEvidence | undefined {
  const dry = dryRunsOf(runs, current)
  if (dry.length === 0) return undefined
  const ofPage = dry.filter((run) => isOfPage(run, current))
  const fresh = ofPage.filter((run) => isOfWorld(run, current))
  if (fresh.length > 0) return { badges: strongest(fresh, false), runs: fresh, stale: false }
  const chosen = ofPage.length > 0 ? ofPage : dry
  const changed = ofPage.length > 0 ? 'world' : 'page'
  return { badges: strongest(chosen, true), runs: chosen, stale: true, changed }
}

function strongest(runs: readonly RunReport[], stale: boolean): Map<string, Badge> {
  const badges = new Map<string, Badge>()
  for (const run of runs) {
    for (const step of run.steps) {
      const badge = badgeOf(step, run, stale)
      const known = badges.get(step.id)
      if (!known || rank(badge) < rank(known)) badges.set(step.id, badge)
    }
  }
  return badges
}

const rank = ({ kind }: Badge) => BADGE_KINDS.indexOf(kind)

function badgeOf(step: StepReport, { startedAt, shell }: RunReport, stale: boolean): Badge {
  const { reason, output } = step
  return { kind: kindOf(step), date: startedAt, shell, stale, ...(reason && { reason }), ...(output && { output }) }
}

/** Only a step that passed shows how it ran; a skipped one may have been checked. */
export function kindOf({ status, evidence }: Pick<StepReport, 'status' | 'evidence'>): BadgeKind {
  if (status === 'failed' || status === 'timed-out') return 'failed'
  if (status === 'not-checkable' || evidence === 'not-checkable') return 'not-checkable'
  if (status === 'passed') return evidence
  return evidence === 'checked' ? 'checked' : 'none'
}

/** How many of a page's steps have each badge; steps the runs do not know count as `none`. */
export function coverage(steps: readonly string[], badges: ReadonlyMap<string, Badge>) {
  const kinds = steps.map((id) => badges.get(id)?.kind ?? 'none')
  return BADGE_KINDS.map((kind) => ({ kind, count: kinds.filter((other) => other === kind).length })).filter(
    ({ count }) => count > 0,
  )
}
