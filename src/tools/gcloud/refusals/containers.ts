import type { FlagUse, Match } from '../../match/reading.ts'
import { flagParts } from '../../match/sections.ts'
import type { Breach, Refusal } from './refusal.ts'

const OF = ['run']

/** Where the flags of the first container start, and which flags are a container's. */
function sectionOf({ command, flags }: Match) {
  const { sections } = command ?? {}
  const first = sections && flags.find(({ name }) => name === sections.flag)
  return sections && first ? { ...sections, start: first.index } : undefined
}

/** All after `--container` is the container's: gcloud knows no other flag there, not even `--project`. */
const onlyContainers: Refusal = {
  name: 'container-flags-only',
  of: OF,
  find(match) {
    const section = sectionOf(match)
    if (!section) return []
    const isForeign = ({ name, index }: FlagUse) =>
      index > section.start && name !== section.flag && !section.flags.includes(name)
    const words = [
      ...match.flags.filter(isForeign).map(({ index, name }) => ({ index, text: name })),
      ...match.positionals
        .filter(({ index }) => index > section.start)
        .map(({ index, value = '' }) => ({ index, text: value })),
    ]
    return words.map(
      ({ index, text }): Breach => ({
        index,
        message: `unrecognized arguments: ${text} (it stands after ${section.flag})`,
        exitCode: 2,
      }),
    )
  },
}

const afterContainer: Refusal = {
  name: 'container-flags-after',
  of: OF,
  find(match) {
    const section = sectionOf(match)
    if (!section) return []
    return match.flags
      .filter(({ name, index }) => index < section.start && section.flags.includes(name))
      .map(({ name, index }): Breach => {
        const message = `When --container is specified ${name} must be specified after --container.`
        return { index, message, exitCode: 2 }
      })
  },
}

const oneIngress: Refusal = {
  name: 'container-ingress',
  of: ['run deploy'],
  find(match) {
    const section = sectionOf(match)
    const [, ...containers] = match.command ? flagParts(match.command, match.flags) : []
    if (!section || containers.length < 2) return []
    const serving = containers.filter((uses) => uses.some(({ name }) => name === '--port' || name === '--use-http2'))
    const message = 'Invalid value for [--container]: Exactly one container must specify --port or --use-http2'
    return serving.length === 1 ? [] : [{ index: section.start, message }]
  },
}

/** What gcloud refuses of the flags of several containers. */
export const CONTAINER_REFUSALS: readonly Refusal[] = [onlyContainers, afterContainer, oneIngress]
