import { defineFinding } from '#finding/define.ts'

export const documentFrontmatterUnclosed = defineFinding({
  code: 'DOCUMENT_FRONTMATTER_UNCLOSED',
  severity: 'error',
  es: {
    message: 'La cabecera YAML empieza con «---» y no termina.',
    hint: 'Ciérrala con una línea «---».',
    why: 'Sin su línea final, la cabecera se come la página entera.',
  },
  en: {
    message: 'The YAML header starts with `---` and never ends.',
    hint: 'Close it with a line `---`.',
    why: 'Without its closing line, the header swallows the whole page.',
  },
  of: 'page',
  wrong: ['---', 'title: Sin cerrar', '', 'Texto.'],
  right: ['---', 'title: Cerrada', '---', '', 'Texto.'],
})
