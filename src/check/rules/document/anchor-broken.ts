import { defineFinding } from '#finding/define.ts'

export const documentAnchorBroken = defineFinding({
  code: 'DOCUMENT_ANCHOR_BROKEN',
  severity: 'error',
  es: {
    message: 'El enlace «{url}» apunta a «#{anchor}», y {page} no tiene ese apartado.',
    hint: 'Corrige el ancla.[? La más parecida es #{suggestion}.]',
    why: 'El enlace abre la página por el principio, y el lector busca a mano el apartado.',
  },
  en: {
    message: 'The link `{url}` points at `#{anchor}`, and {page} has no such heading.',
    hint: 'Correct the anchor.[? The closest one is #{suggestion}.]',
    why: 'The link opens the page at its top, and the reader looks for the section by hand.',
  },
  wrong: ['Vuelve a [empezar](#empezar).', '', '## El principio'],
  right: ['Vuelve a [empezar](#empezar).', '', '## Empezar'],
})
