import { NotModelled } from '../model.ts'
import { isBeyondSimple, simpleCommands } from './build/words.ts'
import type { Image } from './model.ts'

/** A server's command, as far as its address and module can be told. */
export interface ServerCommand {
  server: 'uvicorn' | 'gunicorn' | 'fastapi'
  /** `app.main:app`. */
  target: string
  /** As written, so that a bad one can be told. */
  port: string
  host: string
}

type Env = Readonly<Record<string, string>>

/** The argv an image starts: entrypoint then command, a shell form unwrapped and its variables filled in. */
export function effectiveArgv(image: Pick<Image, 'entrypoint' | 'command'>, env: Env): readonly string[] {
  const argv = [...image.entrypoint, ...image.command]
  const [shell, flag, text] = argv
  if (!/^(?:\/bin\/)?(?:ba)?sh$/.test(shell ?? '') || flag !== '-c' || text === undefined) return argv
  if (isBeyondSimple(text)) throw new NotModelled(`a container that starts: ${text}`)
  const commands = simpleCommands(text, env)
  if (commands.length > 1) throw new NotModelled(`a container that starts several commands: ${text}`)
  const words = commands[0]?.words ?? []
  return words[0] === 'exec' ? words.slice(1) : words
}

/** The server a command line starts, or undefined when it is none that is known. */
export function parseServer(argv: readonly string[], env: Env): ServerCommand | undefined {
  const [program = '', ...args] = /^python3?$/.test(argv[0] ?? '') && argv[1] === '-m' ? argv.slice(2) : argv
  const name = program.slice(program.lastIndexOf('/') + 1)
  if (name === 'uvicorn') return uvicorn(args, env)
  if (name === 'gunicorn') return gunicorn(args, env)
  if (name === 'fastapi' && args[0] === 'run') return fastapi(args.slice(1))
  return undefined
}

function uvicorn(args: readonly string[], env: Env): ServerCommand {
  const { values, operands } = options(args)
  return {
    server: 'uvicorn',
    target: operands[0] ?? env.UVICORN_APP ?? '',
    port: values.get('--port') ?? env.UVICORN_PORT ?? '8000',
    host: values.get('--host') ?? env.UVICORN_HOST ?? '127.0.0.1',
  }
}

function gunicorn(args: readonly string[], env: Env): ServerCommand {
  const { values, operands } = options(args)
  const fallback = env.PORT === undefined ? '127.0.0.1:8000' : `0.0.0.0:${env.PORT}`
  const bind = values.get('--bind') ?? values.get('-b') ?? fallback
  const colon = bind.lastIndexOf(':')
  return {
    server: 'gunicorn',
    target: operands[0] ?? '',
    port: bind.slice(colon + 1),
    host: bind.slice(0, colon) || '0.0.0.0',
  }
}

function fastapi(args: readonly string[]): ServerCommand {
  const { values, operands } = options(args)
  const module = (operands[0] ?? 'main.py').replace(/\.py$/, '').replaceAll('/', '.')
  return {
    server: 'fastapi',
    target: `${module}:${values.get('--app') ?? 'app'}`,
    port: values.get('--port') ?? '8000',
    host: values.get('--host') ?? '0.0.0.0',
  }
}

const SWITCHES =
  /^--(?:reload|proxy-headers|no-proxy-headers|no-access-log|access-log|factory|use-colors|no-use-colors|preload|no-server-header|daemon|server-header)$/

function options(args: readonly string[]): { values: Map<string, string>; operands: string[] } {
  const values = new Map<string, string>()
  const operands: string[] = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    const [name = '', inline] = arg.split(/=(.*)/s)
    if (!arg.startsWith('-')) operands.push(arg)
    else if (SWITCHES.test(name)) values.set(name, '')
    else values.set(name, inline ?? args[++index] ?? '')
  }
  return { values, operands }
}
