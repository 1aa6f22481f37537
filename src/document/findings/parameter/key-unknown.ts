import { defineFinding } from '#finding/define.ts'

export const parameterKeyUnknown = defineFinding({
  code: 'PARAMETER_KEY_UNKNOWN',
  severity: 'error',
  es: {
    message: 'El parámetro {name} tiene una clave desconocida, «{key}»; se esperaba una de: {expected}.',
    hint: 'Corrige la clave o quítala.[? Quizá querías «{suggestion}».]',
    why: 'Una clave mal escrita se perdería en silencio, y con ella lo que quería decir.',
  },
  en: {
    message: 'The parameter {name} has an unknown key, `{key}`; expected one of: {expected}.',
    hint: 'Correct the key, or remove it.[? Did you mean `{suggestion}`?]',
    why: 'A misspelt key would be lost in silence, and with it what it meant to say.',
  },
  of: 'parameters',
  wrong: ['APP_NAME: { type: text, label: Nombre, exampel: shop, example: shop }'],
  right: ['APP_NAME: { type: text, label: Nombre, example: shop }'],
})
