import { defineFinding } from '#finding/define.ts'
import { own } from '../undo-steps.ts'
import { cardWithout, WHOLE } from './example.ts'
import { said } from './said.ts'

export const procedureImpactMissing = defineFinding({
  code: 'PROCEDURE_IMPACT_MISSING',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» cambia algo y no dice qué interrumpe.',
    hint: 'Añade interrupts: con a quién afecta y cuánto dura, o di que nada.',
    why: 'Hay que saberlo antes de empezar: de eso depende si se hace ahora y a quién se avisa.',
  },
  en: {
    message: 'The procedure `{id}` changes something and does not say what it interrupts.',
    hint: 'Add interrupts: with whom it affects and for how long, or say that it is nothing.',
    why: 'One has to know before starting: whether to do it now, and whom to tell first, depend on it.',
  },
  of: 'card',
  wrong: cardWithout('interrupts'),
  right: WHOLE,
})

/** Procedures that change something and do not say what they interrupt. One that only reads interrupts nothing. */
export const impactSaid = said(
  procedureImpactMissing,
  (procedure, page) =>
    procedure.interrupts !== undefined || own(page, procedure).every(({ fence }) => fence.effect === 'read'),
)
