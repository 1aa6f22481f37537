import type { Parameter } from '#schema/parameter/parameter.ts'

/** In what a run of a procedure differs from the one in the seed world with the values a dry run gives it. */
export interface Variation {
  /** The values of the parameters that have others. */
  inputs: Readonly<Record<string, string>>
  /** Name of the change of the world. */
  change?: string
  /** Name of the environment of the steps. */
  environment?: string
}

/** What a dry run gives a parameter when nobody gives it a value. */
export const usualValue = ({ default: usual, example }: Pick<Parameter, 'default' | 'example'>): string =>
  usual ?? example

/** Whether parameters that must differ do, those not named having their usual values. */
export function keepsApart(
  inputs: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, Parameter>>,
): boolean {
  const valueIn = (name: string) => inputs[name] ?? (parameters[name] && usualValue(parameters[name]))
  return Object.entries(parameters).every(
    ([name, { differs }]) => differs === undefined || valueIn(name) !== valueIn(differs),
  )
}
