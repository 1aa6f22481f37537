import { defineFinding } from '#finding/define.ts'
import { cardWithout, WHOLE } from './example.ts'
import { said } from './said.ts'

export const procedureDurationMissing = defineFinding({
  code: 'PROCEDURE_DURATION_MISSING',
  severity: 'error',
  es: {
    message: 'El procedimiento «{id}» no dice cuánto tarda.',
    hint: 'Añade takes: con lo que tardó al medirlo.',
    why: 'Quien lo ejecuta de madrugada decide con ese dato, y sabe cuándo algo va mal porque tarda más.',
  },
  en: {
    message: 'The procedure `{id}` does not say how long it takes.',
    hint: 'Add takes: with what it took when it was measured.',
    why: 'Whoever runs it at night decides on that, and knows that something is wrong when it takes longer.',
  },
  of: 'card',
  wrong: cardWithout('takes'),
  right: WHOLE,
})

/** Procedures that do not say how long they take. */
export const durationSaid = said(procedureDurationMissing, ({ takes }) => takes !== undefined)
