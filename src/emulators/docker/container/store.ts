import { sha256 } from '../../images/digest.ts'
import { Refused } from '../invocation.ts'
import type { Container, DockerState } from '../state.ts'

const ADJECTIVES = ['brave', 'calm', 'eager', 'frosty', 'gentle', 'happy', 'kind', 'quiet', 'sharp', 'vivid']
const SURNAMES = ['curie', 'euler', 'franklin', 'hopper', 'lovelace', 'newton', 'ramon', 'tesla', 'turing', 'wozniak']

/** The next id of the engine: the same run gives the same ids. */
export function nextId(state: DockerState, what: string): string {
  state.created += 1
  return sha256(`${what} ${state.created}`)
}

/** A name for a container that was given none. */
export function randomName(state: DockerState): string {
  const at = state.containers.size
  return `${ADJECTIVES[at % 10]}_${SURNAMES[Math.floor(at / 10) % 10]}${at >= 100 ? at : ''}`
}

/** The container of a name or id prefix, or undefined. */
export function findContainer(state: DockerState, text: string): Container | undefined {
  const all = [...state.containers.values()]
  const name = text.replace(/^\//, '')
  return (
    all.find((container) => container.name === name) ?? all.find(({ id }) => text.length > 0 && id.startsWith(text))
  )
}

/** The container of a name or id prefix, or the engine's refusal. */
export function requireContainer(state: DockerState, text: string): Container {
  const container = findContainer(state, text)
  if (!container) throw new Refused(`Error response from daemon: No such container: ${text}`)
  return container
}
