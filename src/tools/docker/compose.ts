import type { ComposeCall } from '../facts/containers.ts'
import type { CommandFacts } from '../facts/model.ts'
import type { Waits } from '../facts/terminal.ts'
import { type CommandLine, flagValue, flagValues, hasFlag, positionals } from '../match/line.ts'
import { handsToContainer, handsToImage, runsInside } from './container.ts'

/** What lets Compose go back to the terminal, or end with its containers. */
const DETACHED = [
  '--detach',
  '--wait',
  '--no-start',
  '--abort-on-container-exit',
  '--abort-on-container-failure',
  '--exit-code-from',
]

const unless =
  (flags: readonly string[], waits: Waits) =>
  (line: CommandLine): Waits | undefined =>
    hasFlag(line, ...flags) ? undefined : waits

/** Commands of Compose, by their shortest name; `compose` holds what is known of all of them. */
export const COMPOSE_COMMANDS: Readonly<Record<string, CommandFacts>> = {
  compose: {
    compose: composeOf,
    makesUnnamed: ['image', 'container'],
    reads: (line) => flagValues(line, '--file', '--env-file'),
  },
  'compose up': { effect: 'create', waits: unless(DETACHED, { add: '-d' }) },
  'compose down': { effect: 'delete', containersEnded: { how: 'all' } },
  'compose rm': { effect: 'delete' },
  'compose exec': { hands: handsToContainer, passesInput: true, runsInside },
  'compose run': { effect: 'create', hands: handsToImage, passesInput: true },
  'compose logs': {
    effect: 'read',
    waits: (line) => (hasFlag(line, '--follow') ? { remove: '-f' } : undefined),
  },
  'compose stats': { effect: 'read', waits: unless(['--no-stream'], { add: '--no-stream' }) },
  'compose events': { effect: 'read', waits: unless(['--until'], { add: '--until' }) },
  'compose build': { effect: 'create' },
  'compose create': { effect: 'create' },
  'compose start': { effect: 'update' },
  'compose restart': { effect: 'update' },
  'compose stop': { effect: 'update' },
  'compose kill': { effect: 'update' },
  'compose ps': { effect: 'read' },
  'compose config': { effect: 'read' },
  'compose images': { effect: 'read' },
  'compose ls': { effect: 'read' },
  'compose port': { effect: 'read' },
  'compose top': { effect: 'read' },
  'compose version': { effect: 'read' },
}

const STARTERS = new Set(['up', 'create', 'start', 'restart', 'run', 'scale'])

function composeOf(line: CommandLine): ComposeCall {
  const command = line.match?.canonical.split(' ')[1] ?? ''
  return {
    services: servicesNamed(line),
    profiles: flagValues(line, '--profile'),
    files: flagValues(line, '--file'),
    envFiles: flagValues(line, '--env-file'),
    projectName: flagValue(line, '--project-name'),
    elsewhere: hasFlag(line, '--project-directory', '--workdir'),
    needsFile: command !== 'ls' && command !== 'version',
    isUp: command === 'up',
    starts: STARTERS.has(command),
    // `run` makes one up.
    numbered: command === 'run' || command === 'scale' || hasFlag(line, '--scale'),
  }
}

/** The services a line names, in words whose text is known: those its grammar calls SERVICE. */
function servicesNamed(line: CommandLine): ComposeCall['services'] {
  const [first] = line.match?.command?.positionals ?? []
  if (!first?.name.startsWith('SERVICE')) return []
  const words = first.name === 'SERVICE' && !first.repeated ? positionals(line).slice(0, 1) : positionals(line)
  return words.flatMap((word) => {
    const name = SERVICES[first.name]?.exec(word.text ?? '')?.[1]
    return name === undefined ? [] : [{ name, word }]
  })
}

/** Where the service stands in a word, by what the grammar calls the word. */
const SERVICES: Readonly<Record<string, RegExp>> = {
  SERVICE: /^([^$]+)$/,
  SERVICES: /^([^$]+)$/,
  'SERVICE:SRC_PATH': /^([\w.-]+):/,
  'SERVICE=REPLICAS': /^([\w.-]+)=/,
}
