import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { declaredIn } from './declared.ts'

export const parameterSecretDefault = defineFinding({
  code: 'PARAMETER_SECRET_DEFAULT',
  severity: 'error',
  es: {
    message: 'El parámetro {name} es un secreto y tiene un valor por defecto: quedaría publicado.',
    hint: 'Quita default.',
    why: 'Un valor por defecto está escrito en la página: deja de ser un secreto.',
  },
  en: {
    message: 'The parameter {name} is a secret and has a default: it would be published.',
    hint: 'Remove default.',
    why: 'A default is written on the page: it is no secret any more.',
  },
  of: 'parameters',
  wrong: ['API_TOKEN: { type: secret, label: Ficha, example: una-ficha-de-ejemplo, default: otra-ficha-cualquiera }'],
  right: ['API_TOKEN: { type: secret, label: Ficha, example: una-ficha-de-ejemplo }'],
})

/** Secrets with a value for all. */
export const secretDefault = pageRule([parameterSecretDefault], ({ page }) =>
  declaredIn(page)
    .filter(({ declaration }) => declaration.type === 'secret' && declaration.default !== undefined)
    .map(({ name, place }) => parameterSecretDefault.at(place, { name })),
)
