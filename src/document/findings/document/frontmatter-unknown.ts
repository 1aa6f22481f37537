import { defineFinding } from '#finding/define.ts'

export const documentFrontmatterUnknown = defineFinding({
  code: 'DOCUMENT_FRONTMATTER_UNKNOWN',
  severity: 'error',
  es: {
    message: 'La clave «{key}» no existe; se esperaba una de: {expected}.',
    hint: 'Corrige la clave o quítala.[? Quizá querías «{suggestion}».]',
    why: 'Una clave mal escrita en la cabecera del runbook se perdería en silencio.',
  },
  en: {
    message: 'There is no key `{key}`; expected one of: {expected}.',
    hint: 'Correct the key, or remove it.[? Did you mean `{suggestion}`?]',
    why: 'A misspelt key in the header of a runbook would be lost in silence.',
  },
  of: 'page',
  wrong: ['---', 'title: Comprobar', 'runbook:', '  id: page', '  system: shop', '  parametros: {}', '---'],
  right: ['---', 'title: Comprobar', 'runbook:', '  id: page', '  system: shop', '  parameters: {}', '---'],
})
