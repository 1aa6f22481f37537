import { defineFinding } from '#finding/define.ts'

export const fenceKeyDuplicate = defineFinding({
  code: 'FENCE_KEY_DUPLICATE',
  severity: 'error',
  es: {
    message: 'La clave «{key}» está repetida en el bloque.',
    hint: 'Deja solo una.',
    why: 'De dos valores para una clave solo cuenta uno.',
    fixed: 'si las dos veces dice lo mismo: quita la segunda',
  },
  en: {
    message: 'The key `{key}` appears twice on the block.',
    hint: 'Keep only one.',
    why: 'Of two values for one key only one counts.',
    fixed: 'if it says the same both times: removes the second',
  },
  wrong: ['```bash step=list effect=read effect=update', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
