import { type Destination, type DestinationVariables, destinations, valuesWritten } from '../facts/destination.ts'
import type { ToolFacts } from '../facts/model.ts'
import type { CommandLine } from '../match/line.ts'

/** kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig. */
export const VARIABLES: DestinationVariables = { KUBECONFIG: 'context' }

/** Options that say which cluster a command is for, and as whom. */
const OPTIONS = ['--context', '--cluster', '--kubeconfig', '--server', '-s', '--user', '--as']

export const facts: ToolFacts = { namesOfReader: true, every: { destinations: destinationsOf } }

/** What its options name, and the context that later commands are for. */
function destinationsOf({ words }: CommandLine): readonly Destination[] {
  const used = words.flatMap((one, index) => (words[index - 1]?.text === 'use-context' ? [one] : []))
  return destinations('context', [...valuesWritten(words, OPTIONS), ...used])
}
