import type { Parameter } from '#schema/parameter/parameter.ts'
import { keepsApart, type Variation } from './variation.ts'

export interface Failing {
  variation: Variation
  parameters: Readonly<Record<string, Parameter>>
  /** Whether the procedure falls short under a variation at the same place. Costs a run. */
  fails: (variation: Variation) => Promise<boolean>
}

/**
 * The least difference under which a procedure still falls short: inputs go back to their examples and changes are left
 * out, all inputs at once and then one by one, while it does. At most a run for each difference and one more.
 */
export async function smallestDifference({ variation, parameters, fails }: Failing): Promise<Variation> {
  let smallest = variation
  const leaveOut = async (less: Variation) => {
    if (sizeOf(less) < sizeOf(smallest) && isSound(less) && (await fails(less))) smallest = less
  }
  const isSound = ({ inputs }: Variation) => keepsApart(inputs, parameters)
  await leaveOut({ ...smallest, inputs: {} })
  await leaveOut(withoutChange(smallest))
  await leaveOut(withoutEnvironment(smallest))
  const names = Object.keys(smallest.inputs)
  const unsound = names.filter((name) => !isSound(withoutInput(smallest, name)))
  // One that would be equal to another may go once that other has.
  for (const name of [...names.filter((one) => !unsound.includes(one)), ...unsound])
    await leaveOut(withoutInput(smallest, name))
  return smallest
}

const sizeOf = ({ inputs, change, environment }: Variation) =>
  Object.keys(inputs).length + Number(change !== undefined) + Number(environment !== undefined)

const withoutChange = ({ change: _, ...rest }: Variation): Variation => rest
const withoutEnvironment = ({ environment: _, ...rest }: Variation): Variation => rest

function withoutInput({ inputs, ...rest }: Variation, name: string): Variation {
  return { ...rest, inputs: Object.fromEntries(Object.entries(inputs).filter(([other]) => other !== name)) }
}
