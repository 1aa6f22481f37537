import { defineFinding } from '#finding/define.ts'

export const incidentValue = defineFinding({
  code: 'INCIDENT_VALUE',
  severity: 'error',
  es: {
    message: '{key} es «{found}»; se espera: {expected}.',
    hint: 'Corrige la cabecera del análisis.',
    why: 'Un dato de otra forma no se puede comparar ni ordenar.',
  },
  en: {
    message: '{key} is `{found}`; expected: {expected}.',
    hint: 'Correct the header of the post-mortem.',
    why: 'A fact of another shape cannot be compared or ordered.',
  },
  of: 'incident',
  wrong: ['status: terminado'],
  right: ['status: closed'],
})
