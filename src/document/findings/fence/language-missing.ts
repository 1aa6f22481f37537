import { defineFinding } from '#finding/define.ts'

export const fenceLanguageMissing = defineFinding({
  code: 'FENCE_LANGUAGE_MISSING',
  severity: 'error',
  plain: 'warning',
  es: {
    message: 'El bloque no dice su lenguaje.',
    hint: 'Escribe uno tras ```: bash para comandos, text para salidas o texto.',
    why: 'Sin lenguaje nadie sabe si el bloque se ejecuta, se copia a un archivo o es una salida.',
  },
  en: {
    message: 'The block does not say its language.',
    hint: 'Write one after ```: bash for commands, text for output or plain text.',
    why: 'Without a language nobody knows whether the block is run, copied into a file, or output.',
  },
  wrong: ['```', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
