import { ask, type Call, type CallWord } from '../../page/call.ts'
import type { Around } from '../../rule.ts'
import { isComposeHere } from './call.ts'
import { composeProject } from './project.ts'

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
  const { starts, numbered } = ask(call, 'compose') ?? {}
  const names = starts ? [...project.containers, ...(numbered ? [undefined] : [])] : []
  return [[call, [...project.images.map(made('image')), ...names.map(made('container'))]]]
}
