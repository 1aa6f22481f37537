import type { GivenVariable } from '#tools/facts/names.ts'
import { ask, type Call } from './call.ts'

/** The variables a call gives a container or a deployment, where their text is known. */
export const variablesGiven = (call: Call): readonly GivenVariable[] =>
  ask(call, 'container')?.environment ?? servedBy(call)?.environment ?? []

/** The variables a deployment takes from secrets, each with `name:version` as its value. */
export const secretsGiven = (call: Call): readonly GivenVariable[] => servedBy(call)?.secrets ?? []

function servedBy(call: Call) {
  const deployment = ask(call, 'deployment')
  return deployment?.isService ? deployment : undefined
}
