import { stepsIn } from '#document/procedure.ts'
import type { RunbookHeader } from '#schema/frontmatter.ts'

/** A procedure as its card shows it. */
export interface ProcedureCard {
  id: string
  title: string
  when: string
  symptoms: readonly string[]
  /** What it interrupts and for how long; absent where it interrupts nothing. */
  interrupts?: string
  /** How many steps it has, and the id of the first. */
  steps: number
  first: string | undefined
  /** The command that runs it for real, and the one that rehearses it. Values are asked for. */
  live: string
  rehearsal: string
  /** The procedure of the same page that undoes it. */
  undo?: { id: string; title: string }
  /** Why none does. */
  irreversible?: string
}

/** Cards of the procedures a page's header declares, in its order. `stepIds` are the page's steps in theirs. */
export function procedureCards(
  { id, procedures = [] }: Pick<RunbookHeader, 'id' | 'procedures'>,
  stepIds: readonly string[],
): ProcedureCard[] {
  return procedures.map((procedure) => {
    const { steps: ranges, situation, after, symptoms = [], undo, ...shown } = procedure
    const named = new Set(ranges.flatMap((range) => stepsIn(range, stepIds)))
    const undoing = procedures.find((other) => other.id === undo)
    const live = liveCommand(id, procedures.length > 1 ? procedure.id : undefined)
    return {
      ...shown,
      symptoms,
      steps: named.size,
      first: stepIds.find((step) => named.has(step)),
      live,
      rehearsal: `${live} --dry-run`,
      ...(undoing && { undo: { id: undoing.id, title: undoing.title } }),
    }
  })
}

/** What runs a procedure for real; a page with only one needs no name. */
export const liveCommand = (id: string, procedure?: string): string =>
  ['pnpm runbook', id, procedure].filter(Boolean).join(' ')
