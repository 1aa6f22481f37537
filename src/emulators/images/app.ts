import type { App } from '#schema/seed.ts'
import { NotModelled } from '../model.ts'
import { redisOfMachine } from '../redis/reach.ts'
import type { World } from '../world.ts'
import { createCircuits } from './circuits.ts'
import { findProgram, hasFile, joinPath } from './image-files.ts'
import { type FindRedis, memoryOf } from './memory.ts'
import type { AppStart, Image } from './model.ts'
import { respond } from './openapi.ts'
import { type Fetch, logOf, makeCalls } from './openapi-calls.ts'
import { effectiveArgv, parseServer, type ServerCommand } from './server-command.ts'

type Env = Readonly<Record<string, string>>

/** Where an app runs: how it reaches others and a Redis, if not as the machine does, and who reads its log once it is up. */
export interface Surroundings {
  fetch?: Fetch
  redis?: FindRedis
  log?(line: string): void
}

/**
 * Starts an image's command with an environment (the image's own is added): the
 * seed's app it runs listens or exits with a log. Throws NotModelled for a command
 * whose behaviour the seed does not describe.
 */
export function startApp(world: World, image: Image, given: Env, surroundings?: Surroundings): AppStart {
  const env = { ...image.env, ...given }
  const argv = effectiveArgv(image, env)
  const [program] = argv
  const [first = program] = [...image.entrypoint, ...image.command]
  // Behind a shell the program is the shell's to find; the shell is the engine's.
  if (first !== undefined && findProgram({ ...image, env }, first) === undefined)
    return exited(127, [`exec: "${first}": executable file not found in $PATH`])
  if (program === undefined) return exited(127, ['no command specified'])
  if (findProgram({ ...image, env }, program) === undefined) return exited(127, [notFound(image, program)])
  const server = parseServer(argv, env)
  return server ? startServer(world, { image, env, server, argv, ...surroundings }) : startOther(world, argv)
}

const exited = (exitCode: number, log: readonly string[]): AppStart => ({ state: 'exited', exitCode, log })

/** Who looks for the program, and says that it is not there: a shell or the engine. */
function notFound({ entrypoint, command }: Image, program: string): string {
  const first = [...entrypoint, ...command][0] ?? ''
  return first === program
    ? `exec: "${program}": executable file not found in $PATH`
    : `${first}: 1: ${program}: not found`
}

interface Starting extends Surroundings {
  image: Image
  env: Env
  server: ServerCommand
  argv: readonly string[]
}

function startServer(world: World, starting: Starting): AppStart {
  const { server, image, env, argv } = starting
  const problem = portProblem(server) ?? moduleProblem(server, image, env)
  if (problem) return problem
  const line = argv.join(' ')
  const app = world.seed.apps.find(({ command }) => line.includes(command))
  if (!app) throw new NotModelled(`the application ${server.target}: the seed world describes no such app`)
  const refusal = refusalOf(app, env)
  return refusal ? exited(1, refusal) : listening(world, app, starting)
}

/** What an app leaves in its log when its variables keep it from starting. */
function refusalOf(app: App, env: Env): readonly string[] | undefined {
  const absent = app.requires.filter((name) => (env[name] ?? '') === '')
  if (absent.length > 0) return absent.map((name) => app.missing.replaceAll('{name}', name))
  const short = app.shortest.find(({ name, length }) => [...(env[name] ?? '')].length < length)
  if (short) return filled(short.log, 'length', String([...(env[short.name] ?? '')].length))
  const same = app.distinct.find(({ names: [one, other] }) => env[one] === env[other])
  if (same) return same.log
  const refused = app.refuses.find(({ name, pattern }) => new RegExp(pattern, 'u').test(env[name] ?? ''))
  return refused && filled(refused.log, 'value', env[refused.name] ?? '')
}

const filled = (log: readonly string[], name: string, value: string): string[] =>
  log.map((text) => text.replaceAll(`{${name}}`, value))

function portProblem({ server, port }: ServerCommand): AppStart | undefined {
  if (/^\d+$/.test(port) && Number(port) <= 65_535) return undefined
  if (server === 'gunicorn') return exited(1, [`Error: '${port}' is not a valid port number.`])
  const usage = [`Usage: ${server} [OPTIONS] APP`, `Try '${server} --help' for help.`, '']
  return exited(2, [...usage, `Error: Invalid value for '--port': '${port}' is not a valid integer.`])
}

function moduleProblem({ server, target }: ServerCommand, image: Image, env: Env): AppStart | undefined {
  const [module = '', attribute = 'app'] = target.split(':')
  if (!target.includes(':') && server === 'uvicorn')
    return exited(1, [
      `ERROR:    Error loading ASGI app. Import string "${target}" must be in format "<module>:<attribute>".`,
    ])
  const file = moduleFile(image, env, module)
  if (file === undefined)
    return server === 'gunicorn'
      ? exited(3, [`ModuleNotFoundError: No module named '${module.split('.')[0]}'`])
      : exited(1, [`ERROR:    Error loading ASGI app. Could not import module "${module}".`])
  const name = attribute.replace(/\(.*/, '')
  if (new RegExp(`\\b${name}\\b`).test(image.files[file] ?? '')) return undefined
  return server === 'gunicorn'
    ? exited(4, [`Failed to find attribute '${name}' in '${module}'.`])
    : exited(1, [`ERROR:    Error loading ASGI app. Attribute "${name}" not found in module "${module}".`])
}

/** Where Python finds a module: the working directory, then PYTHONPATH. */
function moduleFile(image: Image, env: Env, module: string): string | undefined {
  const roots = [image.directory, ...(env.PYTHONPATH ?? '').split(':').filter(Boolean)]
  const path = module.replaceAll('.', '/')
  return roots
    .flatMap((root) => [joinPath(root, `${path}.py`), joinPath(root, `${path}/__init__.py`)])
    .find((file) => hasFile(image.files, file))
}

function listening(world: World, app: App, starting: Starting): AppStart {
  const { server, env, argv, fetch = world.network.fetch, log } = starting
  const { redis = (host: string, at: number) => redisOfMachine(world, host, at) } = starting
  const document = world.openapi[app.openapi]
  if (document === undefined) throw new NotModelled(`the HTTP behaviour of ${app.command}: ${app.openapi} is missing`)
  const port = Number(server.port)
  const memory = memoryOf(document, { env, now: () => world.clock.now(), redis })
  const startedAt = world.clock.now()
  const circuits = createCircuits(() => world.clock.now())
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(server.host)
  return {
    state: 'listening',
    port: isLoopback ? 0 : port,
    localPort: port,
    log: serverLog(server, app),
    accessLog: app.accessLog && server.server !== 'gunicorn' && !argv.includes('--no-access-log'),
    handle: async (request) => {
      world.clock.advance(app.delayMs)
      const now = world.clock.now()
      const answering = { env, memory, circuits, now, upMs: now - startedAt }
      const steps = await makeCalls(document, request, { ...answering, fetch })
      const answer = respond(document, request, { ...answering, steps })
      for (const line of logOf(document, request, { ...answering, steps })) log?.(line)
      return answer
    },
  }
}

function serverLog({ server, host, port }: ServerCommand, app: App): string[] {
  const own = app.log.map((line) => line.replaceAll('{port}', port))
  if (server === 'gunicorn') return [`[INFO] Listening at: http://${host}:${port} (1)`, ...own]
  return [
    'INFO:     Started server process [1]',
    'INFO:     Waiting for application startup.',
    ...own,
    'INFO:     Application startup complete.',
    `INFO:     Uvicorn running on http://${host}:${port} (Press CTRL+C to quit)`,
  ].filter((line, index, lines) => lines.indexOf(line) === index)
}

/** Programs other than application servers. */
function startOther(world: World, argv: readonly string[]): AppStart {
  const [program = '', ...args] = argv
  const name = program.slice(program.lastIndexOf('/') + 1)
  if (name === 'tail' || (name === 'sleep' && /^(infinity|\d+[smhd]?)$/.test(args[0] ?? ''))) return silent(0)
  if (/^(ba|a|da)?sh$/.test(name) && args.length === 0) return exited(0, [])
  if (name === 'echo') return exited(0, [args.join(' ')])
  if (name === 'true') return exited(0, [])
  if (name === 'false') return exited(1, [])
  const base = world.seed.baseImages.find(({ command }) => command.length > 0 && command.join(' ') === argv.join(' '))
  if (base?.ports[0] !== undefined) return silent(base.ports[0])
  // The same program with options of its own; a Redis may be told its port.
  const same = world.seed.baseImages.find(({ command, ports }) => command[0] === name && ports.length > 0)
  if (same) return silent(Number(args[args.indexOf('--port') + 1] ?? same.ports[0]) || (same.ports[0] ?? 0))
  throw new NotModelled(`a container that runs ${argv.join(' ')}`)
}

/** Runs; what it serves, if anything, is not HTTP. */
const silent = (port: number): AppStart => ({
  state: 'listening',
  port,
  localPort: port,
  log: [],
  accessLog: false,
  handle: async () => 'reset',
})
