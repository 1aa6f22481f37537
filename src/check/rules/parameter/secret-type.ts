import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { declaredIn } from './declared.ts'

export const parameterSecretType = defineFinding({
  code: 'PARAMETER_SECRET_TYPE',
  severity: 'error',
  es: {
    message: 'El parámetro {name} tiene nombre de secreto y es de tipo {type}: su valor se mostraría.',
    hint: 'Usa type: secret.',
    why: 'Solo los valores de tipo secret se ocultan en terminal, diario e informes.',
  },
  en: {
    message: 'The parameter {name} is named as a secret and has the type {type}: its value would be shown.',
    hint: 'Use type: secret.',
    why: 'Only values of type secret are hidden in terminal, journal and reports.',
  },
  of: 'parameters',
  wrong: ['API_TOKEN: { type: text, label: Ficha, example: una-ficha-de-ejemplo }'],
  right: ['API_TOKEN: { type: secret, label: Ficha, example: una-ficha-de-ejemplo }'],
})

/** Parameters that are secrets by their names, and not by their types. */
export const secretType = pageRule([parameterSecretType], ({ page }) =>
  declaredIn(page)
    .filter(({ name, declaration }) => SECRET_NAME.test(name) && declaration.type !== 'secret')
    .map(({ name, declaration: { type }, place }) => parameterSecretType.at(place, { name, type })),
)

const SECRET_NAME = /(^|_)(PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|PRIVATE_KEY)$/
