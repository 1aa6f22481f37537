import { defineFinding } from '#finding/define.ts'

export const parameterKeyMissing = defineFinding({
  code: 'PARAMETER_KEY_MISSING',
  severity: 'error',
  es: {
    message: 'Al parámetro {name} le falta «{key}».',
    hint: 'Añade {key}: … a su declaración.',
    why: 'Sin etiqueta nadie sabe qué se le pide, y sin ejemplo la página no se puede ensayar.',
  },
  en: {
    message: 'The parameter {name} lacks `{key}`.',
    hint: 'Add {key}: … to its declaration.',
    why: 'Without a label nobody knows what is asked, and without an example the page cannot be rehearsed.',
  },
  of: 'parameters',
  wrong: ['APP_NAME: { type: text, label: Nombre }'],
  right: ['APP_NAME: { type: text, label: Nombre, example: shop }'],
})
