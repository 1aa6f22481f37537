import type { Locale } from '#schema/locale.ts'
import type { RunReport } from '#schema/report.ts'
import { type PathStep, pathFigure } from './diagram/procedure.ts'
import type { ProcedureCard } from './procedures.ts'
import type { PageStep } from './steps.ts'

/** What is known of a page: its steps, and the runs of its last verification. */
interface Known {
  outline: readonly PageStep[]
  runs: readonly RunReport[]
}

/** Fewer changes than this are seen at once on the card. */
const WORTH_DRAWING = 2

/**
 * The ways of a page's procedures as HTML, by their ids: of those that change something in several steps and can be undone.
 * What a step did is what the last verification saw; without one, only what the page says that it may do.
 */
export function procedurePaths(cards: readonly ProcedureCard[], known: Known, locale: Locale): Map<string, string> {
  return new Map(
    cards.flatMap(({ id, title, undo, steps: ids }): [string, string][] => {
      const steps = known.outline
        .filter((step) => ids.includes(step.id))
        .map((step) => withEffects(step, id, known.runs))
      const changing = steps.filter(({ effect }) => effect !== 'read')
      if (!undo || changing.length < WORTH_DRAWING) return []
      const inputs = known.runs[0]?.inputs ?? {}
      return [[id, pathFigure({ id, title, steps, inputs, undo }, locale)]]
    }),
  )
}

function withEffects(step: PageStep, procedure: string, runs: readonly RunReport[]): PathStep {
  const reports = runs.flatMap((run) => run.steps)
  const report = reports.find((one) => one.procedure === procedure && one.id === step.id && one.status === 'passed')
  return { ...step, effects: report?.effects ?? [] }
}
