import type { RegistryLogin } from '../facts/containers.ts'
import type { CommandFacts } from '../facts/model.ts'
import { type CommandLine, flagValues, hasFlag, positionals } from '../match/line.ts'
import { filtersOf } from './filters.ts'
import { listed, prune } from './words.ts'

const login = (line: CommandLine): RegistryLogin => ({
  hosts: positionals(line).slice(0, 1),
  users: flagValues(line, '--username'),
})

/** Commands about the engine, its registries, volumes and networks, by their shortest name. */
export const SYSTEM_COMMANDS: Readonly<Record<string, CommandFacts>> = {
  login: {
    login,
    asks: (line) =>
      hasFlag(line, '--password-stdin', '--password')
        ? undefined
        : { instead: { use: '--password-stdin' }, terminal: true },
  },
  logout: { login: (line) => ({ ...login(line), ends: true }) },
  info: { effect: 'read', tellsLogin: true },
  events: {
    effect: 'read',
    waits: (line) => (hasFlag(line, '--until') ? undefined : { add: '--until' }),
  },
  'system prune': { ...prune('system prune'), containersEnded: { how: 'all' } },
  'volume ls': { effect: 'read', filters: filtersOf('volume ls') },
  'volume rm': { effect: 'delete', sweep: listed('volume rm') },
  'volume prune': prune('volume prune'),
  'volume create': { effect: 'create' },
  'network ls': { effect: 'read', filters: filtersOf('network ls') },
  'network rm': { effect: 'delete' },
  'network prune': prune('network prune'),
  'network create': { effect: 'create' },
}
