import { defineFinding } from '#finding/define.ts'

export const fenceValue = defineFinding({
  code: 'FENCE_VALUE',
  severity: 'error',
  es: {
    message: 'El valor de «{key}» no es válido: se esperaba {expectedEs} y se encontró «{found}».',
    hint: 'Corrige el valor de {key}.[? Quizá querías «{suggestion}».]',
    why: 'Un valor que no se entiende no se sustituye por otro: se dice dónde está.',
    fixed: 'si la clave tiene una lista de valores y uno solo está a una letra de distancia',
  },
  en: {
    message: 'The value of `{key}` is not valid: expected {expectedEn}, found `{found}`.',
    hint: 'Correct the value of {key}.[? Did you mean `{suggestion}`?]',
    why: 'A value that makes no sense is not replaced by another: its place is told.',
    fixed: 'if the key has a list of values and just one is one letter away',
  },
  wrong: ['```bash step=list effect=leer', 'docker ps', '```'],
  right: ['```bash step=list effect=read', 'docker ps', '```'],
})
