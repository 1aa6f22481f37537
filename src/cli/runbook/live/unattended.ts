import { EXIT, StopError } from '#finding/error.ts'
import type { Localized } from '#schema/locale.ts'
import { type Plan, type PlannedStep, plannedSteps } from '#schema/plan.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { RunbookOptions } from '../options.ts'

/**
 * Stops before anything runs where there will be something to ask and nobody to answer: changes, deletions, what a
 * person does by hand, and what an earlier attempt (`tried`) may have done.
 */
export function refuseUnattended(
  plan: Plan,
  { yes, yesDelete }: RunbookOptions,
  { interactive, tried }: Pick<Terminal, 'interactive'> & { tried: ReadonlySet<string> },
): void {
  if (interactive) return
  if (!yes) throw new StopError(EXIT.usage, NOBODY, { hint: CONFIRM })
  const steps = plannedSteps(plan).filter(({ skip }) => !skip)
  const byHand = steps.filter(({ manual }) => manual)
  if (byHand.length > 0) throw new StopError(EXIT.usage, needsPerson(byHand), { hint: TERMINAL })
  const deleting = steps.filter(({ effect }) => effect === 'delete')
  if (deleting.length > 0 && !yesDelete) throw new StopError(EXIT.usage, deletes(deleting), { hint: CONFIRM_DELETES })
  const doubtful = steps.filter(({ id, effect }) => effect !== 'read' && tried.has(id))
  if (doubtful.length > 0) throw new StopError(EXIT.usage, inDoubt(doubtful), { hint: TERMINAL })
}

const NOBODY: Localized = {
  es: 'Una ejecución real pregunta, y aquí no hay a quién.',
  en: 'A live run asks, and there is nobody here to answer.',
}
const CONFIRM: Localized = {
  es: 'Pruébalo con --dry-run, o confirma de antemano los cambios con --yes y lo que borra con --yes-delete.',
  en: 'Try it with --dry-run, or confirm changes beforehand with --yes and deletions with --yes-delete.',
}

const ids = (steps: readonly PlannedStep[]) => steps.map(({ id }) => id).join(', ')

const needsPerson = (steps: readonly PlannedStep[]): Localized => ({
  es: `Hay pasos que solo hace una persona (${ids(steps)}), y aquí no hay ninguna.`,
  en: `There are steps that only a person can do (${ids(steps)}), and there is nobody here.`,
})
const TERMINAL: Localized = { es: 'Ejecútalo en una terminal.', en: 'Run it in a terminal.' }

const deletes = (steps: readonly PlannedStep[]): Localized => ({
  es: `Hay pasos que borran (${ids(steps)}), y --yes no confirma lo que borra.`,
  en: `There are steps that delete (${ids(steps)}), and --yes does not confirm deletions.`,
})
const CONFIRM_DELETES: Localized = { es: 'Confírmalo con --yes-delete.', en: 'Confirm them with --yes-delete.' }

const inDoubt = (steps: readonly PlannedStep[]): Localized => ({
  es: `Hay pasos que empezaron antes y a los que no se vio terminar bien (${ids(steps)}): no se repiten sin preguntar.`,
  en: `There are steps that started before and were not seen to pass (${ids(steps)}): they are not repeated without asking.`,
})
