import { defineFinding } from '#finding/define.ts'

export const documentUnreadable = defineFinding({
  code: 'DOCUMENT_UNREADABLE',
  severity: 'error',
  es: {
    message: 'No se pudo leer la página como Markdown.',
    hint: 'Simplifica su estructura.',
    why: 'Lo que no se puede analizar no se puede comprobar.',
  },
  en: {
    message: 'The page could not be read as Markdown.',
    hint: 'Simplify its structure.',
    why: 'What cannot be parsed cannot be checked.',
  },
  none: 'The limits on size, depth and marks stop every page known to break the parser; this code is for one nobody knows yet.',
})
