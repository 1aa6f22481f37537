import { defineFinding } from '#finding/define.ts'

export const documentTooLarge = defineFinding({
  code: 'DOCUMENT_TOO_LARGE',
  severity: 'error',
  es: {
    message: 'La página tiene {found} caracteres; el máximo es {limit}.',
    hint: 'Divídela en varias páginas.',
    why: 'Una página enorme no la lee nadie, y tarda en comprobarse.',
  },
  en: {
    message: 'The page has {found} characters; the most is {limit}.',
    hint: 'Split it into several pages.',
    why: 'Nobody reads an enormous page, and checking it takes long.',
  },
  of: 'page',
  wrong: ['---', 'title: Larga', '---', '', '{{texto *250000}}'],
  right: ['---', 'title: Corta', '---', '', '{{texto *25}}'],
})
