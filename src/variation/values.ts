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

/**
 * The kinds of values a reader may supply for a parameter, each as a generator of them. Every value fits the
 * parameter's type, and none is what a dry run gives it anyway.
 */
export function kindsOf(parameter: Varied): fc.Arbitrary<string>[] {
  const usual = usualValue(parameter)
  if (parameter.type !== 'choice')
    return KINDS[parameter.type](parameter).map((kind) =>
      kind.filter((value) => value !== usual && fits(value, parameter)),
    )
  return KINDS.choice({ ...parameter, choices: (parameter.choices ?? []).filter((choice) => choice !== usual) })
}
