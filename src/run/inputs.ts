import type { Inputs } from '#schema/plan.ts'

/** The values of a run as anyone may see them. */
export function maskInputs(inputs: Inputs): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value, secret }]) => [name, secret ? '***' : value]))
}

/** The variables bash gets, all of them. */
export function inputEnvironment(inputs: Inputs): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]))
}

/** The values nobody may see. */
export function secretsOf(inputs: Inputs): string[] {
  return Object.values(inputs).flatMap(({ value, secret }) => (secret ? [value] : []))
}
