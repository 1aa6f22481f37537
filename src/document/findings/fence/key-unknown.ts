import { defineFinding } from '#finding/define.ts'

export const fenceKeyUnknown = defineFinding({
  code: 'FENCE_KEY_UNKNOWN',
  severity: 'error',
  es: {
    message: 'La clave «{key}» no existe en un bloque así; se esperaba una de: {expected}.',
    hint: 'Corrige la clave o quítala.[? Quizá querías «{suggestion}».]',
    why: 'Una clave mal escrita no hace nada: el paso queda sin su límite de tiempo o sin su confirmación.',
    fixed: 'si una sola clave está a una letra de distancia',
  },
  en: {
    message: 'There is no key `{key}` on a block like this; expected one of: {expected}.',
    hint: 'Correct the key, or remove it.[? Did you mean `{suggestion}`?]',
    why: 'A misspelt key does nothing: the step is left without its timeout or its confirmation.',
    fixed: 'if just one key is one letter away',
  },
  wrong: ['```bash step=list effect=read timout=1m', 'docker ps', '```'],
  right: ['```bash step=list effect=read timeout=1m', 'docker ps', '```'],
})
