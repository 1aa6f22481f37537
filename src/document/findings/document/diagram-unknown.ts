import { defineFinding } from '#finding/define.ts'

export const documentDiagramUnknown = defineFinding({
  code: 'DOCUMENT_DIAGRAM_UNKNOWN',
  severity: 'error',
  es: {
    message: 'El diagrama no tiene {whatEs} «{name}».',
    hint: 'Corrige el nombre.[? El más parecido es {suggestion}.]',
    why: 'Una flecha hacia una parte que no existe no se puede dibujar, y una clave mal escrita se perdería sin avisar.',
  },
  en: {
    message: 'The diagram has no {whatEn} `{name}`.',
    hint: 'Correct the name.[? The closest one is {suggestion}.]',
    why: 'An arrow to a part that does not exist cannot be drawn, and a misspelt key would be lost without a word.',
  },
  of: 'diagram',
  wrong: [
    'title: { es: La tienda, en: The shop }',
    'parts: { web: { name: Web, kind: service }, database: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: databse }]',
  ],
  right: [
    'title: { es: La tienda, en: The shop }',
    'parts: { web: { name: Web, kind: service }, database: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: database }]',
  ],
})
