import { defineFinding } from '#finding/define.ts'
import { cardWithout, WHOLE } from './example.ts'
import { said } from './said.ts'

export const procedureStopMissing = defineFinding({
  code: 'PROCEDURE_STOP_MISSING',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» no dice cuándo parar.',
    hint: 'Añade stop: con lo que debe verse para no seguir y pedir ayuda.',
    why: 'Sin ese límite se insiste en lo que no va a funcionar mientras el servicio sigue caído.',
  },
  en: {
    message: 'The procedure `{id}` does not say when to stop.',
    hint: 'Add stop: with what one has to see to stop and ask for help.',
    why: 'Without it one goes on trying what will not work while the service stays down.',
  },
  of: 'card',
  wrong: cardWithout('stop'),
  right: WHOLE,
})

/** Procedures that do not say when to stop. */
export const stopSaid = said(procedureStopMissing, ({ stop }) => stop !== undefined)
