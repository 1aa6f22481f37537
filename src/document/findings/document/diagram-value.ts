import { defineFinding } from '#finding/define.ts'

export const documentDiagramValue = defineFinding({
  code: 'DOCUMENT_DIAGRAM_VALUE',
  severity: 'error',
  es: {
    message: 'En el diagrama, «{key}» tiene que ser {expectedEs}.',
    hint: 'Escribe uno de los valores que admite.',
    why: 'De la clase de una parte sale su color; de lo demás, qué se dibuja y qué oye quien no lo ve.',
  },
  en: {
    message: 'In the diagram, `{key}` must be {expectedEn}.',
    hint: 'Write a value it takes.',
    why: 'The kind of a part gives its colour; the rest, what is drawn and what is read out to those who do not see it.',
  },
  of: 'diagram',
  wrong: [
    'title: { es: La tienda, en: The shop }',
    'parts: { web: { name: Web, kind: blue }, db: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: db }]',
  ],
  right: [
    'title: { es: La tienda, en: The shop }',
    'parts: { web: { name: Web, kind: service }, db: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: db }]',
  ],
})
