import { pageRule } from '#check/rule.ts'
import { defineFinding } from '#finding/define.ts'
import { declaredIn } from './declared.ts'

export const parameterChoices = defineFinding({
  code: 'PARAMETER_CHOICES',
  severity: 'error',
  es: {
    message: 'El parámetro {name} es de tipo {type}: «choices» hace falta con choice y sobra con los demás.',
    hint: 'Corrige el tipo o la lista choices.',
    why: 'Una elección sin lista no ofrece nada, y una lista en otro tipo no se comprueba.',
  },
  en: {
    message: 'The parameter {name} has type {type}: `choices` goes with choice, and with no other type.',
    hint: 'Correct the type, or the list of choices.',
    why: 'A choice without a list offers nothing, and a list on another type is not checked.',
  },
  of: 'parameters',
  wrong: ['LEVEL: { type: choice, label: Nivel, example: debug }'],
  right: ['LEVEL: { type: choice, label: Nivel, example: debug, choices: [debug, info] }'],
})

/** A choice without its list, and a list that no choice is made from. */
export const choices = pageRule([parameterChoices], ({ page }) =>
  declaredIn(page)
    .filter(({ declaration }) => (declaration.type === 'choice') !== (declaration.choices !== undefined))
    .map(({ name, declaration: { type }, place }) => parameterChoices.at(place, { name, type })),
)
