import { type Call, type CallWord, isHere, positionals } from '../../page/call.ts'

/** Whether a call is of Compose, on the reader's own machine. */
export const isComposeHere = (call: Call): boolean =>
  (call.name === 'docker' || call.name === 'docker-compose') && call.match?.path[0] === 'compose' && isHere(call)

/** A service as a call names it, and the word it stands in. */
export interface ServiceNamed {
  name: string
  at: CallWord
}

/** The services a call names, in words whose text is known: those its grammar calls SERVICE. */
export function servicesNamed(call: Call): ServiceNamed[] {
  const [first] = call.match?.path[0] === 'compose' ? (call.match.command?.positionals ?? []) : []
  if (!first?.name.startsWith('SERVICE')) return []
  const words = first.name === 'SERVICE' && !first.repeated ? positionals(call).slice(0, 1) : positionals(call)
  return words.flatMap((at) => {
    const name = NAMED[first.name]?.exec(at.text ?? '')?.[1]
    return name === undefined ? [] : [{ name, at }]
  })
}

/** What a page calls services of Compose, in the files it shows and in its commands. */
export const serviceNamesOf = (calls: readonly Call[], shown: readonly { name: string }[]): ReadonlySet<string> =>
  new Set([...shown, ...calls.flatMap(servicesNamed)].map(({ name }) => name))

/** Where the service stands in a word, by what the grammar calls the word. */
const NAMED: Readonly<Record<string, RegExp>> = {
  SERVICE: /^([^$]+)$/,
  SERVICES: /^([^$]+)$/,
  'SERVICE:SRC_PATH': /^([\w.-]+):/,
  'SERVICE=REPLICAS': /^([\w.-]+)=/,
}
