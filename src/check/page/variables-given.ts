import { splitMap } from '#tools/match/values.ts'
import { type Call, type CallWord, flagValues, isCommand } from './call.ts'

/** One variable a call gives a container. */
export interface GivenVariable {
  name: string
  value: string
  word: CallWord['word']
}

/** The variables of `--set-env-vars`, `--update-env-vars` and `docker run --env`, where their text is known. */
export function variablesGiven(call: Call): GivenVariable[] {
  if (isCommand(call, 'docker', 'run', 'container run', 'create'))
    return flagValues(call, '--env', '-e').flatMap(({ word, text }) => pairOf(word, text ?? ''))
  return mapped(call, '--set-env-vars', '--update-env-vars')
}

/** The variables a deployment takes from secrets, each with `name:version` as its value. */
export const secretsGiven = (call: Call): GivenVariable[] => mapped(call, '--set-secrets', '--update-secrets')

function mapped(call: Call, ...flags: readonly string[]): GivenVariable[] {
  if (!isCommand(call, 'gcloud', 'run deploy', 'run services update')) return []
  return flagValues(call, ...flags).flatMap(({ word, text }) =>
    splitMap(text ?? '').map(([name, value]) => ({ name, value, word })),
  )
}

function pairOf(word: CallWord['word'], text: string): GivenVariable[] {
  const equals = text.indexOf('=')
  return equals > 0 ? [{ name: text.slice(0, equals), value: text.slice(equals + 1), word }] : []
}
