import type { Locale } from '#schema/locale.ts'
import type { Place } from '#schema/place.ts'
import type { Plan } from '#schema/plan.ts'
import type { Lines, ScriptStep } from '#schema/script.ts'

interface Reader {
  plan: Plan
  locale: Locale
}

/** The page a person of this locale reads: theirs, or the Spanish one. */
export function fileOf({ plan, locale }: Reader): string {
  return plan.script.sources[locale] ?? plan.script.sources.es
}

/** The line of an item on that page. */
export function lineOf({ lines }: { lines: Lines }, { plan, locale }: Reader): number {
  return (plan.script.sources[locale] ? lines[locale] : undefined) ?? lines.es
}

/** The place of a line of that page. */
export function placeOf(line: number, reader: Reader): Place {
  const start = { line, column: 1, offset: 0 }
  return { file: fileOf(reader), start, end: start }
}

export function stepPlace(step: ScriptStep, reader: Reader): { file: string; line: number } {
  return { file: fileOf(reader), line: lineOf(step, reader) }
}

/** What a person types to run one step of a procedure again. */
export function repeatCommand(step: ScriptStep, { plan, procedure }: { plan: Plan; procedure: string }): string {
  const { script, live, shell } = plan
  const named = script.procedures.length > 1 ? ` ${procedure}` : ''
  return `pnpm runbook ${script.id}${named}${live ? '' : ` --dry-run --fixture ${shell}`} --only ${step.id}`
}
