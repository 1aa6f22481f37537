import { defineFinding } from '#finding/define.ts'

export const fenceQuoteUnterminated = defineFinding({
  code: 'FENCE_QUOTE_UNTERMINATED',
  severity: 'error',
  es: {
    message: 'El delimitador {found} que se abre aquí no se cierra en esta línea.',
    hint: 'Añade el que falta.',
    why: 'Una comilla sin cerrar se lleva las claves que siguen.',
  },
  en: {
    message: 'The delimiter {found} opened here is not closed on this line.',
    hint: 'Add the missing one.',
    why: 'A quote that is not closed takes the keys after it along.',
  },
  wrong: ['```bash step=list manual="lo hace una persona', 'docker ps', '```'],
  right: ['```bash step=list manual="lo hace una persona"', 'docker ps', '```'],
})
