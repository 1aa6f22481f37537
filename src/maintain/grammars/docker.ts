import type { Command, Flag, Grammar, Positional, ValueKind } from '#tools/match/model.ts'
import { hiddenFlags } from './docker-hidden.ts'
import type { ReadDocker } from './fixture-docker.ts'

/** Groups about swarm clusters, plugins and signing: pages do not use them, so the grammar only names them. */
const OMITTED = ['checkpoint', 'config', 'help', 'node', 'plugin', 'secret', 'service', 'stack', 'swarm', 'trust']

const KINDS: Readonly<Record<string, ValueKind>> = {
  int: 'integer',
  int64: 'integer',
  uint: 'integer',
  uint16: 'integer',
  uint64: 'integer',
  decimal: 'number',
  float: 'number',
  bytes: 'size',
  duration: 'duration',
  strings: 'list',
}

const REPEATED = /^(list|map|strings|stringArray|filter|mount|network|port|ulimit|stringToString|pref|device)$/

/**
 * The grammar of a docker command line, read from its `--help`, with the Compose
 * and Buildx plugins, and with the flags the help hides.
 */
export async function readDockerGrammar(read: ReadDocker): Promise<Grammar> {
  const [version, compose, buildx] = await Promise.all([
    read(['version', '--format', '{{.Client.Version}}']),
    read(['compose', 'version', '--short']),
    read(['buildx', 'version']),
  ])
  const help = parseHelp(await read(['--help']))
  const root: { -readonly [Key in keyof Command]: Command[Key] } = { omitted: OMITTED, commands: {} }
  const aliases: string[][] = []
  for (const name of help.commands)
    if (!OMITTED.includes(name))
      root.commands = { ...root.commands, [name]: await readCommand([name], { read, aliases }) }
  for (const names of aliases) writeAliases(root, names)
  // Docker hands `docker builder` to Buildx, whose help is the same (docker/cli, cmd/docker/builder.go).
  root.commands = { ...root.commands, builder: { aliasOf: 'buildx' } }
  return {
    tool: 'docker',
    version: `${version.trim().replace(/\+.*/, '')} (Compose ${compose.trim()}, Buildx ${buildx.trim().split(' ')[1]})`,
    syntax: 'docker',
    global: help.flags,
    root,
  }
}

interface Reading {
  read: ReadDocker
  /** The names of each command that has several. */
  aliases: string[][]
}

async function readCommand(path: string[], reading: Reading): Promise<Command> {
  const { read, aliases } = reading
  const help = parseHelp(await read([...path, '--help']))
  const flags = [...help.flags, ...hiddenFlags(path)]
  const commands: Record<string, Command> = {}
  for (const name of help.commands) commands[name] = await readCommand([...path, name], reading)
  const command: Command = {
    ...(flags.length > 0 ? { flags } : {}),
    ...(help.commands.length > 0 ? { commands } : { positionals: help.positionals }),
    ...(help.passthrough ? { passthrough: true } : {}),
  }
  if (help.aliases.length > 0) aliases.push(help.aliases)
  return command
}

/** Describes a command under its shortest name; each other name only says of which it is one. */
function writeAliases(root: Command, names: readonly string[]): void {
  const [shortest = '', ...others] = names.toSorted(
    (a, b) => a.split(' ').length - b.split(' ').length || a.length - b.length,
  )
  for (const path of others.map((other) => other.split(' '))) {
    const parent = path.slice(0, -1).reduce<Command | undefined>((at, name) => at?.commands?.[name], root)
    const commands = parent?.commands as Record<string, Command> | undefined
    if (commands) commands[path.at(-1) as string] = { aliasOf: shortest }
  }
}

interface Help {
  flags: Flag[]
  commands: string[]
  positionals: Positional[]
  aliases: string[]
  passthrough: boolean
}

function parseHelp(text: string): Help {
  const usage = /^Usage:\s+docker (.*)$/m.exec(text)?.[1] ?? ''
  const sections = new Map(text.split(/\n(?=[A-Z][A-Za-z ()]*:\n)/).map((part) => [part.split(':', 1)[0] ?? '', part]))
  const lists = [...sections].filter(([title]) => /Commands$/.test(title)).map(([, part]) => part)
  const options = [...sections].filter(([title]) => /Options$/.test(title)).map(([, part]) => part)
  return {
    flags: options.flatMap(parseFlags),
    commands: lists.flatMap((part) => [...part.matchAll(/^ {2}([a-z][\w-]*)\*? +\S/gm)].map(([, name = '']) => name)),
    positionals: parseUsage(usage),
    aliases: parseAliases(sections.get('Aliases') ?? ''),
    passthrough: /\bCOMMAND\b.*\[ARGS?\.\.\.\]|\[ps OPTIONS\]/.test(usage),
  }
}

const parseAliases = (section: string): string[] =>
  [...section.matchAll(/docker ([a-z -]+)(?=,|\n|$)/g)].map(([, path = '']) => path.trim())

function parseFlags(section: string): Flag[] {
  const lines = section.matchAll(
    /^ {2,6}(?:(-\w), )?(--[\w-]+)(?: docker compose \w+| ([a-zA-Z0-9-]+))?(\[=[^\]]*\])?(?: {2,}| *$)/gm,
  )
  return [...lines].map(([, short, long = '', type, optional]) => ({
    names: short === undefined ? [long] : [long, short],
    ...(type === undefined ? {} : { value: KINDS[type] ?? 'string' }),
    ...(optional === undefined ? {} : { optionalValue: true }),
    ...(type !== undefined && REPEATED.test(type) ? { repeated: true } : {}),
  }))
}

/** `IMAGE [COMMAND] [ARG...]`, `CONTAINER [CONTAINER...]`, `PATH | URL | -`. */
function parseUsage(usage: string): Positional[] {
  const words = usage
    .replace(/^(?:[a-z][\w-]* ?)+/, '')
    .replace(/^\[OPTIONS\] ?/, '')
    .replaceAll(' | ', '\u0000')
  const tokens = [...words.matchAll(/\[(?:[^[\]]|\[[^\]]*\])*\]|(?:[^\s[]|\[(?!\w+\.\.\.)[^\]]*\])+/g)].map(
    ([token]) => token,
  )
  const positionals: Positional[] = []
  for (const token of tokens) {
    const name = token.replaceAll('\u0000', ' | ')
    if (name === '[OPTIONS]') continue
    const inner = /^\[(.*?)(\.\.\.)?\]$/.exec(name)
    const last = positionals.at(-1)
    if (!inner) positionals.push({ name: name.replace(/\.\.\.$/, ''), required: true })
    else if (last && last.name === inner[1]) positionals[positionals.length - 1] = { ...last, repeated: true }
    else
      positionals.push({ name: inner[1] ?? name, ...(inner[2] || inner[1] === 'SERVICES' ? { repeated: true } : {}) })
  }
  return positionals
}
