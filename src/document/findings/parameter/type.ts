import { defineFinding } from '#finding/define.ts'

export const parameterType = defineFinding({
  code: 'PARAMETER_TYPE',
  severity: 'error',
  es: {
    message: 'El tipo «{found}» de {name} no existe; se esperaba uno de: {expected}.',
    hint: 'Corrige el tipo.[? Quizá querías «{suggestion}».]',
    why: 'El tipo decide cómo se comprueba el valor antes de ejecutar nada.',
  },
  en: {
    message: 'There is no type `{found}`, given to {name}; expected one of: {expected}.',
    hint: 'Correct the type.[? Did you mean `{suggestion}`?]',
    why: 'The type decides how the value is checked before anything runs.',
  },
  of: 'parameters',
  wrong: ['APP_NAME: { type: strng, label: Nombre, example: shop }'],
  right: ['APP_NAME: { type: text, label: Nombre, example: shop }'],
})
