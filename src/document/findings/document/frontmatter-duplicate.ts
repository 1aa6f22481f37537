import { defineFinding } from '#finding/define.ts'

export const documentFrontmatterDuplicate = defineFinding({
  code: 'DOCUMENT_FRONTMATTER_DUPLICATE',
  severity: 'error',
  es: {
    message: 'La clave «{key}» está repetida en la cabecera.',
    hint: 'Deja solo una.',
    why: 'De dos valores para una clave solo cuenta uno, y no se sabe cuál.',
  },
  en: {
    message: 'The key `{key}` appears twice in the header.',
    hint: 'Keep only one.',
    why: 'Of two values for one key only one counts, and nobody knows which.',
  },
  of: 'page',
  wrong: ['---', 'title: Uno', 'title: Dos', '---'],
  right: ['---', 'title: Uno', '---'],
})
