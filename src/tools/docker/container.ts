import type { ContainerRun, ContainersEnded, Port } from '../facts/containers.ts'
import { restOf } from '../facts/inner-command.ts'
import type { CommandFacts } from '../facts/model.ts'
import type { GivenVariable } from '../facts/names.ts'
import type { Machine, Nested } from '../facts/nested-command.ts'
import type { Asks, Waits } from '../facts/terminal.ts'
import { type CommandLine, flagValue, flagValues, hasFlag, type LineWord, positionals } from '../match/line.ts'
import { filtersOf } from './filters.ts'
import { first, listed, named, prune } from './words.ts'

const one = (line: CommandLine) => positionals(line).slice(0, 1)

/** A command on containers that are there: the first of its words, or all of them. */
const onOne = (more: CommandFacts = {}): CommandFacts => ({
  target: first,
  names: (line) => named('container', 'uses', one(line)),
  ...more,
})
const onAll = (more: CommandFacts = {}): CommandFacts => ({
  target: first,
  names: (line) => named('container', 'uses', positionals(line)),
  ...more,
})

const asksTerminal = (line: CommandLine): Asks | undefined =>
  hasFlag(line, '--tty') ? { instead: { remove: '-t' }, terminal: true } : undefined

/** What has a container made of an image. */
const MAKES: CommandFacts = {
  effect: 'create',
  container: containerOf,
  images: one,
  target: first,
  ports: publishedPorts,
  names: (line) => [...named('image', 'uses', one(line)), ...named('container', 'makes', flagValues(line, '--name'))],
  reads: (line) => flagValues(line, '--env-file'),
  hands: handsToImage,
  passesInput: (line) => hasFlag(line, '--interactive'),
}

const follows = (line: CommandLine): Waits | undefined => (hasFlag(line, '--follow') ? { remove: '-f' } : undefined)

/** Commands about containers, by their shortest name. */
export const CONTAINER_COMMANDS: Readonly<Record<string, CommandFacts>> = {
  run: { ...MAKES, asks: asksTerminal },
  create: MAKES,
  exec: onOne({
    asks: asksTerminal,
    hands: handsToContainer,
    passesInput: (line) => hasFlag(line, '--interactive'),
    runsInside,
  }),
  start: onAll({ effect: 'update' }),
  restart: onAll({ effect: 'update' }),
  stop: onAll({ effect: 'update', containersEnded: ended('stopped') }),
  kill: onAll({ effect: 'update', containersEnded: ended('stopped') }),
  pause: onAll({ effect: 'update' }),
  unpause: onAll({ effect: 'update' }),
  wait: onAll({ effect: 'read' }),
  rm: onAll({ effect: 'delete', removes: true, containersEnded: ended('removed'), sweep: listed('rm') }),
  rename: { effect: 'update', containersEnded: ended('removed') },
  logs: onOne({ effect: 'read', waits: follows }),
  port: onOne({ effect: 'read' }),
  top: onOne({ effect: 'read' }),
  inspect: { effect: 'read', target: first },
  'container inspect': { effect: 'read', target: first },
  diff: { effect: 'read', target: first },
  stats: {
    effect: 'read',
    waits: (line) => (hasFlag(line, '--no-stream') ? undefined : { add: '--no-stream' }),
  },
  ps: { effect: 'read', filters: filtersOf('ps') },
  'container prune': { ...prune('container prune'), containersEnded: { how: 'all' } },
}

function ended(how: 'removed' | 'stopped') {
  return (line: CommandLine): ContainersEnded => ({ how, words: positionals(line) })
}

function containerOf(line: CommandLine): ContainerRun {
  return {
    image: positionals(line)[0],
    name: flagValue(line, '--name'),
    environment: flagValues(line, '--env').flatMap(variableOf),
    envFiles: flagValues(line, '--env-file'),
    hosts: flagValues(line, '--add-host'),
    networked: hasFlag(line, '--network', '--net'),
    healthChecked: hasFlag(line, '--health-cmd'),
    removed: hasFlag(line, '--rm'),
    attached: !hasFlag(line, '--detach'),
  }
}

function variableOf(word: LineWord): GivenVariable[] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(word.text ?? '') ?? []
  return name === undefined || value === undefined ? [] : [{ name, value, word: word.word }]
}

/** `8080:80`: outside, and inside. A program told its own PORT may listen on that. */
function publishedPorts(line: CommandLine): readonly Port[] {
  const told = flagValues(line, '--env').some(({ text }) => text?.startsWith('PORT='))
  return flagValues(line, '--publish').map((word) => {
    const parts = word.text?.split(':')
    const inside = told ? undefined : parts?.at(-1)?.replace(/\/(?:tcp|udp)$/, '')
    return { by: 'container', word, outside: parts?.at(-2), inside }
  })
}

/** The container a command names, or the image of one it makes. */
function machineOf(line: CommandLine): Machine {
  return { kind: 'container', name: positionals(line)[0]?.text }
}

/** The words after a container that is there are a program with its own. */
export function handsToContainer(line: CommandLine): readonly Nested[] {
  const words = restOf(line)
  return words.length > 0 ? [{ kind: 'words', words, machine: machineOf(line) }] : []
}

/** The words after an image are a program with its own, unless the image has an entry point. */
export function handsToImage(line: CommandLine): readonly Nested[] {
  const entry = flagValue(line, '--entrypoint')
  const words = [...(entry ? [entry] : []), ...restOf(line)]
  if (words.length === 0) return []
  return [{ kind: 'words', words, machine: machineOf(line), ...(!entry && { maybe: true as const }) }]
}

/** The program started in a container, or in the container of a service. */
export function runsInside(line: CommandLine): { container: LineWord | undefined; program: LineWord | undefined } {
  const [container, program] = positionals(line)
  return { container, program }
}
