import { loadGrammar } from '#tools/load-grammar.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Match } from '#tools/match/reading.ts'
import { knownWords } from '#tools/match/word.ts'
import { type EmulatedCall, type Emulator, fail, NotModelled, type Output, succeed } from '../model.ts'
import * as containers from './container/containers.ts'
import { attach, exec } from './container/exec.ts'
import { logs } from './container/logs.ts'
import { create, run } from './container/run.ts'
import { unreachable, withoutPlugin } from './daemon.ts'
import { build } from './image/build.ts'
import * as builders from './image/builders.ts'
import * as images from './image/images.ts'
import { login, logout } from './image/login.ts'
import { pull, push, tag } from './image/pull.ts'
import { inspect } from './inspect.ts'
import { type DockerCommand, type DockerInvocation, Flags, Refused } from './invocation.ts'
import * as networks from './networks.ts'
import * as system from './system.ts'
import { firstProblem, usageError } from './usage.ts'
import * as volumes from './volumes.ts'

const CONTAINER: Readonly<Record<string, DockerCommand>> = {
  run,
  create,
  start: containers.start,
  stop: containers.stop,
  restart: containers.restart,
  kill: containers.kill,
  rm: containers.rm,
  rename: containers.rename,
  port: containers.port,
  stats: containers.stats,
  logs,
  exec,
  attach,
  wait: attach,
}

const IMAGE: Readonly<Record<string, DockerCommand>> = { build, pull, push, tag }

const BUILDX: Readonly<Record<string, DockerCommand>> = {
  build,
  create: builders.createBuilder,
  use: builders.useBuilder,
  rm: builders.removeBuilder,
  ls: builders.listBuilders,
  inspect: builders.inspectBuilder,
  'imagetools inspect': system.inspectManifest,
  version: () => succeed('github.com/docker/buildx 0.13.1\n'),
}

const under = (group: string, commands: Readonly<Record<string, DockerCommand>>): [string, DockerCommand][] =>
  Object.entries(commands).map(([name, command]) => [`${group} ${name}`, command])

const COMMANDS: Readonly<Record<string, DockerCommand>> = {
  ...CONTAINER,
  ...IMAGE,
  ...Object.fromEntries([...under('container', CONTAINER), ...under('image', IMAGE), ...under('buildx', BUILDX)]),
  ps: containers.ps,
  'container ls': containers.ps,
  'container inspect': inspect,
  'container prune': system.pruneContainers,
  images: images.images,
  'image ls': images.images,
  'image rm': images.rmi,
  'image inspect': inspect,
  'image prune': images.pruneImages,
  rmi: images.rmi,
  inspect,
  login,
  logout,
  'network create': networks.createNetworkCommand,
  'network ls': networks.listNetworks,
  'network rm': networks.removeNetworks,
  'network connect': networks.connectNetwork,
  'network disconnect': networks.connectNetwork,
  'network inspect': inspect,
  'network prune': system.pruneNetworks,
  'volume create': volumes.createVolume,
  'volume ls': volumes.listVolumes,
  'volume rm': volumes.removeVolumes,
  'volume inspect': inspect,
  'volume prune': system.pruneVolumes,
  'system df': system.df,
  'system prune': system.pruneSystem,
  'system info': system.info,
  info: system.info,
  version: system.version,
  'context ls': system.listContexts,
  'context show': system.showContext,
  'manifest inspect': system.inspectManifest,
}

const ALIASES: Readonly<Record<string, string>> = { list: 'ls', remove: 'rm', b: 'build' }

/** The docker client and its engine, with Compose and Buildx. */
export const docker: Emulator = async (call) => {
  if (/^(-v|--version)$/.test(call.args[0] ?? '')) return succeed('Docker version 26.1.5+dfsg1, build a72d7cd\n')
  const { server } = call.world
  const lacking = server && withoutPlugin(call, server)
  if (lacking) return lacking
  const match = matchCommand(await loadGrammar('docker'), knownWords(call.args))
  const problem = firstProblem(match)
  if (match.informative) throw new NotModelled('the help text of docker')
  if (problem) return usageError(match, problem, call.args)
  if (!match.command) throw new NotModelled(`the help text of docker ${match.subcommand}`)
  const closed = server && !isOfClient(match.path) ? await unreachable(call, server) : undefined
  if (closed) return closed
  return execute(call, match)
}

/** Commands the client does by itself. */
const isOfClient = ([first, second]: readonly string[]): boolean =>
  /^(login|logout|context)$/.test(first ?? '') || (/^(compose|buildx)$/.test(first ?? '') && second === 'version')

async function execute(call: EmulatedCall, match: Match): Promise<Output> {
  const operands = match.positionals.map(({ value }) => value ?? '')
  const at: DockerInvocation = {
    call,
    state: call.world.docker,
    path: match.path,
    operands,
    flags: new Flags(match.flags),
  }
  try {
    if (match.path[0] === 'compose') return await (await import('./compose/compose.ts')).compose(at)
    return await commandOf(match.path)(at)
  } catch (error) {
    if (error instanceof Refused) return fail(`${error.message}\n`, error.exitCode)
    throw error
  }
}

function commandOf(path: readonly string[]): DockerCommand {
  const last = path.at(-1) ?? ''
  const name = [...path.slice(0, -1), path.length > 1 ? (ALIASES[last] ?? last) : last].join(' ')
  const command = COMMANDS[name.replace(/^builder /, 'buildx ')]
  if (!command) throw new NotModelled(`docker ${path.join(' ')}`)
  return command
}
