import fc from 'fast-check'
import { REGIONS } from '#schema/parameter/gcp-region.ts'
import type { Parameter, ParameterType } from '#schema/parameter/parameter.ts'
import { checkParameter } from '#schema/parameter/type.ts'
import {
  emailKinds,
  hostKinds,
  integerKinds,
  nameKinds,
  portKinds,
  secretKinds,
  tagKinds,
  textKinds,
  urlKinds,
  userKinds,
} from './text-kinds.ts'
import { usualValue } from './variation.ts'

/** What of a parameter decides its values. */
export type Varied = Pick<Parameter, 'type' | 'example' | 'default' | 'choices' | 'pattern'>

const KINDS: Readonly<Record<ParameterType, (parameter: Varied) => fc.Arbitrary<string>[]>> = {
  text: textKinds,
  name: () => nameKinds({ min: 2, max: 63 }),
  user: userKinds,
  'gcp-project-id': (parameter) =>
    nameKinds({ min: 6, max: 30 }).map((kind) => kind.filter((id) => checkParameter(id, parameter) === undefined)),
  'gcp-region': () => [fc.constantFrom(...REGIONS)],
  'image-tag': tagKinds,
  port: portKinds,
  integer: integerKinds,
  email: emailKinds,
  hostname: hostKinds,
  url: urlKinds,
  choice: ({ choices = [] }) => choices.map((choice) => fc.constant(choice)),
  // The example is as short as the page promises to work with.
  secret: ({ example }) => secretKinds(example.length),
}

const fits = (value: string, parameter: Varied) =>
  parameter.pattern === undefined || checkParameter(value, parameter) === undefined

/** How many values of a kind are looked at to see whether any fits. */
const LOOKED_AT = 200

/** Kinds of which some values fit the parameter's own pattern: of another, none would ever be found. Values of the pattern where there is no such kind. */
function fittingKinds(parameter: Varied): fc.Arbitrary<string>[] {
  const { type, pattern } = parameter
  const kinds = KINDS[type](parameter)
  if (pattern === undefined) return kinds
  const fitting = kinds.filter((kind) =>
    fc.sample(kind, { seed: 1, numRuns: LOOKED_AT }).some((value) => fits(value, parameter)),
  )
  return fitting.length > 0 ? fitting : [fc.stringMatching(new RegExp(`^(?:${pattern})$`))]
}

/**
 * The kinds of values a reader may supply for a parameter, each as a generator of them. Every value fits the
 * parameter's type, and none is what a dry run gives it anyway.
 */
export function kindsOf(parameter: Varied): fc.Arbitrary<string>[] {
  const usual = usualValue(parameter)
  if (parameter.type !== 'choice')
    return fittingKinds(parameter).map((kind) => kind.filter((value) => value !== usual && fits(value, parameter)))
  return KINDS.choice({ ...parameter, choices: (parameter.choices ?? []).filter((choice) => choice !== usual) })
}
