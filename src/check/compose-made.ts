import { type Call, type CallWord, isCommand } from './call.ts'
import { isComposeHere } from './compose-call.ts'
import { composeProject } from './compose-project.ts'
import type { Around } from './rule.ts'

/** What a call of Compose makes, when the files it reads are known; a name only a run can tell is undefined. */
export interface Composed {
  kind: 'image' | 'container'
  role: 'makes'
  name: string | undefined
  word: CallWord
}

/** What a call makes, by the call; nothing where it is not of Compose, or its files are not known. */
export function composedBy(call: Call, around: Pick<Around, 'facts' | 'surroundings'>): [Call, readonly Composed[]][] {
  const project = isComposeHere(call) ? composeProject(call, around) : undefined
  if (!project) return []
  const word = { word: call.nameWord, text: call.name }
  const made = (kind: Composed['kind']) => (name: string | undefined) => ({ kind, role: 'makes' as const, name, word })
  const runs = isCommand(call, 'docker', 'compose run')
  const containers = isCommand(call, 'docker', ...STARTERS) ? project.containers.map(made('container')) : []
  // What `run` starts has a name of its own, with a number made up then.
  return [
    [call, [...project.images.map(made('image')), ...containers, ...(runs ? [made('container')(undefined)] : [])]],
  ]
}

const STARTERS = ['compose up', 'compose create', 'compose start', 'compose restart', 'compose run']
