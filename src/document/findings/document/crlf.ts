import { defineFinding } from '#finding/define.ts'

export const documentCrlf = defineFinding({
  code: 'DOCUMENT_CRLF',
  severity: 'warning',
  plain: 'warning',
  es: {
    message: 'La página usa finales de línea CRLF; se esperaba LF.',
    hint: 'Guárdala con finales de línea LF (Unix).',
    why: 'Los finales de línea de Windows llegan a bash como un carácter más al final de cada comando.',
  },
  en: {
    message: 'The page has CRLF line endings; LF was expected.',
    hint: 'Save it with LF (Unix) line endings.',
    why: 'Windows line endings reach bash as one more character at the end of each command.',
  },
  of: 'page',
  wrong: ['---', 'title: De Windows', '---', '', 'Una línea.{{\\r*1}}'],
  right: ['---', 'title: De Unix', '---', '', 'Una línea.'],
})
