import { defineFinding } from '#finding/define.ts'

export const documentDiagramMissing = defineFinding({
  code: 'DOCUMENT_DIAGRAM_MISSING',
  severity: 'error',
  es: {
    message: 'Al diagrama le falta «{key}».',
    hint: 'Escríbelo. Un texto va en los dos idiomas, { es: …, en: … }; un nombre que es igual en ambos, tal cual.',
    why: 'Los dos idiomas salen del mismo archivo: lo que falta en uno no se puede dibujar en él.',
  },
  en: {
    message: 'The diagram lacks `{key}`.',
    hint: 'Write it. A text goes in both languages, { es: …, en: … }; a name that is the same in both, as it is.',
    why: 'Both languages are drawn from one file: what one lacks cannot be drawn in it.',
  },
  of: 'diagram',
  wrong: [
    'title: { es: La tienda }',
    'parts: { web: { name: Web, kind: service }, db: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: db }]',
  ],
  right: [
    'title: { es: La tienda, en: The shop }',
    'parts: { web: { name: Web, kind: service }, db: { name: PostgreSQL, kind: store } }',
    'ways: [{ from: web, to: db }]',
  ],
})
