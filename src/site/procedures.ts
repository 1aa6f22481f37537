import { stepsIn } from '#document/procedure.ts'
import { type Card, cardOf, type Escalation } from '#schema/card.ts'
import type { RunbookHeader } from '#schema/frontmatter.ts'
import type { ProcedureDeclaration } from '#schema/procedure.ts'

/** A procedure as its card shows it. */
export interface ProcedureCard {
  id: string
  title: string
  when: string
  symptoms: readonly string[]
  /** How long it takes, what it interrupts (absent where nothing), and when to stop. */
  takes?: string
  interrupts?: string
  stop?: string
  /** When it is not the one to use, and what is. */
  instead: readonly Instead[]
  /** Ids of its steps, in the order of the page. */
  steps: readonly string[]
  /** The command that runs it for real, and the one that rehearses it. Values are asked for. */
  live: string
  rehearsal: string
  /** The procedure of the same page that undoes it. */
  undo?: { id: string; title: string }
  /** Why none does. */
  irreversible?: string
}

/** A case in which another runbook is the right one, or something else is to be done. */
export interface Instead {
  when: string
  runbook?: { title: string; href: string }
  do?: string
}

/** What a page says of itself where it declares no procedures. */
interface WholePage {
  title: string
  description?: string | undefined
}

/** Where a runbook is, by its id; undefined where there is none. */
export type FindRunbook = (id: string) => { title: string; href: string } | undefined

/**
 * Cards of the procedures a page's header declares, in its order; of one that declares none, the page's own.
 * `stepIds` are the page's steps in theirs.
 */
export function procedureCards(
  header: Pick<RunbookHeader, 'id' | 'procedures'> & Card,
  page: WholePage,
  { stepIds, find }: { stepIds: readonly string[]; find: FindRunbook },
): ProcedureCard[] {
  const { id, procedures = [wholePage(header.id, page, stepIds)] } = header
  return procedures.map((procedure) => {
    const { title, when, undo, irreversible } = procedure
    const { symptoms = [], instead = [], ...said } = cardOf(header, procedure)
    const named = new Set(procedure.steps.flatMap((range) => stepsIn(range, stepIds)))
    const undoing = procedures.find((other) => other.id === undo)
    const live = liveCommand(id, procedures.length > 1 ? procedure.id : undefined)
    return {
      id: procedure.id,
      title,
      when,
      ...said,
      symptoms,
      instead: instead.map((one) => otherWay(one, find)),
      steps: stepIds.filter((step) => named.has(step)),
      live,
      rehearsal: `${live} --dry-run`,
      ...(undoing && { undo: { id: undoing.id, title: undoing.title } }),
      ...(irreversible && { irreversible }),
    }
  })
}

const wholePage = (
  id: string,
  { title, description = title }: WholePage,
  steps: readonly string[],
): ProcedureDeclaration => ({
  id,
  title,
  when: description,
  steps: [...steps],
})

function otherWay({ when, use, do: act }: Required<Card>['instead'][number], find: FindRunbook): Instead {
  const runbook = use === undefined ? undefined : find(use)
  return { when, ...(runbook && { runbook }), ...(act !== undefined && { do: act }) }
}

/** A deadline for people, `15 min`; nothing where there is none. */
export const deadline = ({ within = '' }: Pick<Escalation, 'within'>): string =>
  within.replace(/^(\d+)m$/, '$1 min').replace(/^(\d+)(ms|s|h)$/, '$1 $2')

/** What runs a procedure for real; a page with only one needs no name. */
export const liveCommand = (id: string, procedure?: string): string =>
  ['pnpm runbook', id, procedure].filter(Boolean).join(' ')
