import { SYSTEM_VARIABLES } from '#check/page/system-variables.ts'
import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { declaredIn } from './declared.ts'

export const parameterNameTaken = defineFinding({
  code: 'PARAMETER_NAME_TAKEN',
  severity: 'error',
  es: {
    message: 'El parámetro {name} se llama como una variable del sistema o de bash, y la cambiaría.',
    hint: 'Dale otro nombre, por ejemplo APP_{name}.',
    why: 'Un parámetro llamado PATH o USER cambiaría lo que el sistema entiende por esa variable.',
  },
  en: {
    message: 'The parameter {name} is named like a variable of the system or of bash, and would change it.',
    hint: 'Give it another name, for example APP_{name}.',
    why: 'A parameter called PATH or USER would change what the system takes that variable for.',
  },
  of: 'parameters',
  wrong: ['USER: { type: text, label: Usuario, example: ana }'],
  right: ['APP_USER: { type: text, label: Usuario, example: ana }'],
})

/** Parameters with the name of a variable of the system. */
export const nameTaken = pageRule([parameterNameTaken], ({ page }) =>
  declaredIn(page)
    .filter(({ name }) => SYSTEM_VARIABLES.has(name))
    .map(({ name, place }) => parameterNameTaken.at(place, { name })),
)
