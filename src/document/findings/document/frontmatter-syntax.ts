import { defineFinding } from '#finding/define.ts'

export const documentFrontmatterSyntax = defineFinding({
  code: 'DOCUMENT_FRONTMATTER_SYNTAX',
  severity: 'error',
  es: {
    message: 'La cabecera no es YAML válido: {reason}',
    hint: 'Corrige la sintaxis YAML en esta línea.',
    why: 'Una cabecera que no es YAML deja la página sin título, sin parámetros y sin id.',
  },
  en: {
    message: 'The header is not valid YAML: {reason}',
    hint: 'Correct the YAML syntax on this line.',
    why: 'A header that is not YAML leaves the page without title, parameters and id.',
  },
  of: 'page',
  wrong: ['---', 'title: [Sin cerrar', '---'],
  right: ['---', 'title: Con todo', '---'],
})
