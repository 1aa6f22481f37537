import type { ImageBuild } from '../facts/containers.ts'
import type { CommandFacts } from '../facts/model.ts'
import type { Named } from '../facts/names.ts'
import {
  type CommandLine,
  flagUses,
  flagValue,
  flagValues,
  hasFlag,
  type LineWord,
  positionals,
} from '../match/line.ts'
import { filtersOf } from './filters.ts'
import { first, listed, named, prune } from './words.ts'

const tags = (line: CommandLine) => flagValues(line, '--tag')
const one = (line: CommandLine) => positionals(line).slice(0, 1)

/** Commands about images, by their shortest name. */
export const IMAGE_COMMANDS: Readonly<Record<string, CommandFacts>> = {
  build: {
    effect: 'create',
    imageBuild,
    images: tags,
    names: (line) => [
      ...named('image', 'makes', tags(line)),
      ...(hasFlag(line, '--push') ? named('pushed', 'makes', tags(line)) : []),
    ],
    reads: (line) => flagValues(line, '--file'),
    instructions: (line) => flagValues(line, '--file'),
  },
  'buildx bake': { effect: 'create', makesUnnamed: ['image'] },
  load: { effect: 'create', makesUnnamed: ['image'] },
  import: { effect: 'create' },
  pull: {
    images: one,
    names: (line) => named('image', 'makes', one(line)),
    exchanges: first,
    pulls: first,
  },
  push: {
    effect: 'create',
    images: one,
    names: (line) => [...named('image', 'uses', one(line)), ...named('pushed', 'makes', one(line))],
    exchanges: first,
    target: first,
  },
  tag: { effect: 'create', images: positionals, names: tagged, target: first },
  save: { names: (line) => named('image', 'uses', one(line)), target: first },
  history: { effect: 'read', names: (line) => named('image', 'uses', one(line)) },
  'image inspect': { effect: 'read', names: (line) => named('image', 'uses', one(line)), target: first },
  rmi: { effect: 'delete', removes: true, sweep: listed('rmi') },
  images: { effect: 'read', filters: filtersOf('images') },
  'image prune': prune('image prune'),
  'buildx prune': prune('buildx prune'),
}

function tagged(line: CommandLine): readonly Named[] {
  const [from, to] = positionals(line)
  return [...named('image', 'uses', from ? [from] : []), ...named('image', 'makes', to ? [to] : [])]
}

function imageBuild(line: CommandLine): ImageBuild {
  return {
    tags: tags(line),
    platforms: flagValues(line, '--platform').flatMap(({ text }) => text?.split(',') ?? []),
    platformGiven: flagValue(line, '--platform') !== undefined,
    context: positionals(line)[0],
    file: flagValue(line, '--file'),
    arguments: flagValues(line, '--build-arg'),
    load: hasFlag(line, '--load') ? loadWord(line) : undefined,
  }
}

function loadWord(line: CommandLine): LineWord | undefined {
  const [use] = flagUses(line, '--load')
  return use && line.words[use.index]
}
