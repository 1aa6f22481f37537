import type { Filters } from '../facts/containers.ts'
import { type CommandLine, flagValues } from '../match/line.ts'

/** What the lists of docker can be narrowed by (docs.docker.com/reference/cli/docker). */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ps: 'ancestor before exited expose health id is-task isolation label name network publish since status volume'.split(
    ' ',
  ),
  images: 'before dangling label reference since until'.split(' '),
  'volume ls': 'dangling driver label name'.split(' '),
  'network ls': 'dangling driver id label name scope type'.split(' '),
  'container prune': 'label label! until'.split(' '),
  'image prune': 'dangling label label! until'.split(' '),
  'network prune': 'label label! until'.split(' '),
  'system prune': 'label label! until'.split(' '),
  'volume prune': 'all label label!'.split(' '),
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  health: ['starting', 'healthy', 'unhealthy', 'none'],
  status: ['created', 'restarting', 'running', 'removing', 'paused', 'exited', 'dead'],
  dangling: ['true', 'false', '1', '0'],
}

/** What a command, by its shortest name, is narrowed by. */
export const filtersOf =
  (command: string) =>
  (line: CommandLine): Filters | undefined => {
    const keys = KEYS[command]
    return keys && { words: flagValues(line, '--filter'), keys, values: VALUES }
  }
