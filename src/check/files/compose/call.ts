import { ask, type Call, isHere } from '#check/page/call.ts'

/** Whether a call is of Compose, on the reader's own machine. */
export const isComposeHere = (call: Call): boolean => ask(call, 'compose') !== undefined && isHere(call)

/** What a page calls services of Compose, in the files it shows and in its commands. */
export const serviceNamesOf = (calls: readonly Call[], shown: readonly { name: string }[]): ReadonlySet<string> =>
  new Set([...shown, ...calls.flatMap((call) => ask(call, 'compose')?.services ?? [])].map(({ name }) => name))
