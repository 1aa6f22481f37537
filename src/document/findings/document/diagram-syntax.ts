import { defineFinding } from '#finding/define.ts'

export const documentDiagramSyntax = defineFinding({
  code: 'DOCUMENT_DIAGRAM_SYNTAX',
  severity: 'error',
  es: {
    message: 'El diagrama no es YAML válido: {reason}.',
    hint: 'Corrige la sintaxis de esta línea.',
    why: 'Un archivo que no se puede leer no se puede dibujar.',
  },
  en: {
    message: 'The diagram is not valid YAML: {reason}.',
    hint: 'Correct the syntax of this line.',
    why: 'A file that cannot be read cannot be drawn.',
  },
  of: 'diagram',
  wrong: ['title: Tienda', 'parts: { web: { name: Web, kind: service', 'ways: []'],
  right: [
    'title: Tienda',
    'parts: { web: { name: Web, kind: service }, db: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: db }]',
  ],
})
