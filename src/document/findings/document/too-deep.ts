import { defineFinding } from '#finding/define.ts'

export const documentTooDeep = defineFinding({
  code: 'DOCUMENT_TOO_DEEP',
  severity: 'error',
  es: {
    message: 'Hay más de {limit} niveles de listas o citas anidadas.',
    hint: 'Aplana la estructura.',
    why: 'Decenas de listas dentro de listas no se leen, y pueden agotar a quien analiza la página.',
  },
  en: {
    message: 'Lists or quotes are nested more than {limit} levels deep.',
    hint: 'Flatten the structure.',
    why: 'Tens of lists within lists cannot be read, and can exhaust what parses the page.',
  },
  of: 'page',
  wrong: ['---', 'title: Honda', '---', '', '{{- *50}}fin'],
  right: ['---', 'title: Llana', '---', '', '- - fin'],
})
