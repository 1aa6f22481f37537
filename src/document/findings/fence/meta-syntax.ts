import { defineFinding } from '#finding/define.ts'

export const fenceMetaSyntax = defineFinding({
  code: 'FENCE_META_SYNTAX',
  severity: 'error',
  es: {
    message: 'No se entiende «{found}» en los metadatos del bloque; se esperaba clave=valor o clave="valor".',
    hint: 'Entrecomilla los valores con espacios.',
    why: 'Lo que no se entiende de la línea de apertura se perdería en silencio.',
  },
  en: {
    message: 'Cannot make sense of `{found}` in the metadata of the block; expected key=value or key="value".',
    hint: 'Quote values that hold spaces.',
    why: 'What cannot be read of the opening line would be lost in silence.',
  },
  wrong: ['```bash step=list effect=read =1m', 'docker ps', '```'],
  right: ['```bash step=list effect=read timeout=1m', 'docker ps', '```'],
})
