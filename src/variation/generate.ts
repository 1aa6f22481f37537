import fc from 'fast-check'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { kindsOf } from './values.ts'
import { keepsApart, type Variation } from './variation.ts'

export interface Deal {
  parameters: Readonly<Record<string, Parameter>>
  /** Names of the world changes, and of the environments, the procedure must hold under. */
  changes: readonly string[]
  environments: readonly string[]
  count: number
  seed: number
}

/**
 * So many variations: inputs in every one, world changes and environments in turn, so that enough variations have each.
 * The same request gives the same variations. Each kind of value of a parameter comes before any comes again.
 */
export function dealVariations({ parameters, changes, environments, count, seed }: Deal): Variation[] {
  const changeAt = inTurn(changes, seedOf(seed, 'changes'))
  // Every second one or so has the environment of a reader like us.
  const environmentAt = inTurn([undefined, ...environments], seedOf(seed, 'environments'))
  const inputsAt = dealInputs(parameters, seed)
  return Array.from({ length: count }, (_, index) => {
    const change = changeAt(index)
    const environment = environmentAt(index)
    return { inputs: inputsAt(index), ...(change && { change }), ...(environment && { environment }) }
  })
}

type Inputs = Readonly<Record<string, string>>

function dealInputs(parameters: Deal['parameters'], seed: number): (index: number) => Inputs {
  const dealt = Object.entries(parameters).map(([name, parameter], position) => {
    const kindAt = inTurn(kindsOf(parameter), seedOf(seed, name))
    return (index: number, attempt: number) => {
      // Two parameters with the same few values do not go on side by side.
      const kind = kindAt(index + attempt * position)
      return kind ? [[name, draw(kind, seedOf(seed, name, index, attempt))] as const] : []
    }
  })
  const tryDeal = (index: number, attempt = 0): Inputs => {
    const inputs = Object.fromEntries(dealt.flatMap((one) => one(index, attempt)))
    return keepsApart(inputs, parameters) || attempt >= ATTEMPTS ? inputs : tryDeal(index, attempt + 1)
  }
  return tryDeal
}

/** How often values that must differ and do not are dealt again. Choices may leave nothing else: the run refuses them. */
const ATTEMPTS = 50

/** Each in an order of its own, from the first again after the last. */
function inTurn<Value>(values: readonly Value[], seed: number): (index: number) => Value | undefined {
  const order = draw(fc.shuffledSubarray([...values], { minLength: values.length }), seed)
  return (index) => order[index % order.length]
}

const draw = <Value>(values: fc.Arbitrary<Value>, seed: number): Value =>
  fc.sample(fc.noBias(values), { seed, numRuns: 1 })[0] as Value

/** A whole number of 32 bits, of these parts (FNV-1a). */
export function seedOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const character of parts.join('\0')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
