import { defineFinding } from '#finding/define.ts'

export const documentFrontmatterMissing = defineFinding({
  code: 'DOCUMENT_FRONTMATTER_MISSING',
  severity: 'error',
  es: {
    message: 'Falta la clave «{key}» en la cabecera de la página.',
    hint: 'Añade {key}: … a la cabecera.',
    why: 'Sin título no hay entrada en el menú ni en la búsqueda.',
  },
  en: {
    message: 'The key `{key}` is missing from the header of the page.',
    hint: 'Add {key}: … to the header.',
    why: 'Without a title there is no entry in the menu or the search.',
  },
  of: 'page',
  wrong: ['---', 'description: Sin título.', '---'],
  right: ['---', 'title: Con título', '---'],
})
