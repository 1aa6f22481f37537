import { defineFinding } from '#finding/define.ts'

export const parameterName = defineFinding({
  code: 'PARAMETER_NAME',
  severity: 'error',
  es: {
    message: 'El nombre de parámetro «{name}» no vale: mayúsculas, dígitos y «_», empezando por letra.',
    hint: 'Escríbelo como GCP_PROJECT_ID.',
    why: 'El nombre es el de una variable de entorno, y de él sale la opción de la línea de órdenes: una sola forma evita dudas.',
  },
  en: {
    message: 'The parameter name `{name}` will not do: upper case, digits and `_`, starting with a letter.',
    hint: 'Write it like GCP_PROJECT_ID.',
    why: 'The name is that of an environment variable, and the flag of the command line comes from it: one form leaves no doubt.',
  },
  of: 'parameters',
  wrong: ['app-name: { type: text, label: Nombre, example: shop }'],
  right: ['APP_NAME: { type: text, label: Nombre, example: shop }'],
})
