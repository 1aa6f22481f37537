import { defineFinding } from '#finding/define.ts'
import { cardWithout, WHOLE } from './example.ts'
import { said } from './said.ts'

export const procedureInsteadMissing = defineFinding({
  code: 'PROCEDURE_INSTEAD_MISSING',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» no dice cuándo no usarlo.',
    hint: 'Añade instead: con cada caso (when) y el runbook que lo resuelve (use) o qué hacer (do).',
    why: 'El runbook equivocado, seguido al pie de la letra, alarga la caída.',
  },
  en: {
    message: 'The procedure `{id}` does not say when not to use it.',
    hint: 'Add instead: with each case (when) and the runbook that solves it (use) or what to do (do).',
    why: 'The wrong runbook, followed to the letter, makes the outage longer.',
  },
  of: 'card',
  wrong: cardWithout('instead'),
  right: WHOLE,
})

/** Procedures that do not say when another one is needed. */
export const insteadSaid = said(procedureInsteadMissing, ({ instead }) => instead !== undefined)
