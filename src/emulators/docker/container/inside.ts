import { isBeyondSimple, simpleCommands, splitWords } from '../../images/build/words.ts'
import { findProgram, hasDirectory, hasFile, joinPath } from '../../images/image-files.ts'
import type { Image } from '../../images/model.ts'
import { type EmulatedCall, fail, NotModelled, type Output, succeed } from '../../model.ts'
import type { Network } from '../../network/network.ts'
import { runRedisCli } from '../../redis/cli.ts'
import { curl } from '../../tools/curl.ts'
import type { Container } from '../state.ts'
import { insideNetwork } from './inside-network.ts'

type Program = (at: Inside, args: readonly string[]) => Output | Promise<Output>

interface Inside {
  call: EmulatedCall
  container: Container
}

/** The argv the engine executes; a shell form stays a shell. */
export const containerArgv = ({ image }: Pick<Container, 'image'>): readonly string[] => [
  ...image.entrypoint,
  ...image.command,
]

/** Whether a command is one whose output inside a container is known, so that it ends at once. */
export function runsInside(image: Image, argv: readonly string[]): boolean {
  const name = baseName(argv[0] ?? '')
  if (name === 'python' || name === 'python3') return isVersion(argv.slice(1)) || printed(argv.slice(1)) !== undefined
  return Object.hasOwn(PROGRAMS, name) && findProgram(image, argv[0] ?? '') !== undefined
}

/** Runs a command inside a running container. Throws NotModelled for what cannot be known. */
export async function runInside(call: EmulatedCall, container: Container, argv: readonly string[]): Promise<Output> {
  const [program = '', ...args] = argv
  const { image } = container
  if (findProgram({ ...image, env: container.env }, program) === undefined) {
    const reason = program.includes('/')
      ? `stat ${program}: no such file or directory`
      : 'executable file not found in $PATH'
    const stdout = `OCI runtime exec failed: exec failed: unable to start container process: exec: "${program}": ${reason}: unknown\n`
    return { stdout, stderr: '', exitCode: 126 }
  }
  const name = baseName(program)
  if (/^(ba|da)?sh$/.test(name)) return shell({ call, container }, args)
  const run = PROGRAMS[name]
  if (!run) throw new NotModelled(`${argv.join(' ')} inside a container`)
  return run({ call, container }, args)
}

const baseName = (program: string): string => program.slice(program.lastIndexOf('/') + 1)
/** What `python -c 'print(…)'` of one number or plain text prints. */
const printed = ([flag, code = '']: readonly string[]): string | undefined =>
  flag === '-c'
    ? /^print\((?:(\d+)|(['"])([^'"\\]*)\2)\)$/
        .exec(code.trim())
        ?.slice(1)
        .filter((one) => one && !/^['"]$/.test(one))[0]
    : undefined

const isVersion = (args: readonly string[]): boolean => args.length === 1 && /^(--version|-V)$/.test(args[0] ?? '')

async function shell(at: Inside, [flag, text, ...rest]: readonly string[]): Promise<Output> {
  if (flag === undefined) return succeed()
  if (!/^-[el]*c$/.test(flag) || text === undefined || rest.length > 0 || isBeyondSimple(text))
    throw new NotModelled(`a shell inside a container: ${text ?? flag}`)
  let output = succeed()
  for (const command of simpleCommands(text, at.container.env)) {
    if (command.operator === '&&' && output.exitCode !== 0) continue
    if (command.operator === '||' && output.exitCode === 0) continue
    const next = await inShell(at, command.words)
    output = { stdout: output.stdout + next.stdout, stderr: output.stderr + next.stderr, exitCode: next.exitCode }
  }
  return output
}

async function inShell(at: Inside, words: readonly string[]): Promise<Output> {
  const [program = '', ...args] = words
  if (program === 'exit') return { ...succeed(), exitCode: Number(args[0] ?? 0) }
  const { image, env } = at.container
  if (findProgram({ ...image, env }, program) === undefined) return fail(`sh: 1: ${program}: not found\n`, 127)
  return runInside(at.call, at.container, words)
}

const PROGRAMS: Readonly<Record<string, Program>> = {
  env: ({ container }, args) => {
    if (args.length > 0) throw new NotModelled(`env ${args.join(' ')} inside a container`)
    return succeed(
      Object.entries(environment(container))
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
  },
  printenv: ({ container }, args) => {
    const env = environment(container)
    if (args.length === 0)
      return succeed(
        Object.entries(env)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      )
    const values = args.map((name) => env[name]).filter((value) => value !== undefined)
    return { ...succeed(values.map((value) => `${value}\n`).join('')), exitCode: values.length === args.length ? 0 : 1 }
  },
  echo: (_at, args) => succeed(args[0] === '-n' ? args.slice(1).join(' ') : `${args.join(' ')}\n`),
  true: () => succeed(),
  false: () => fail('', 1),
  pwd: ({ container }) => succeed(`${container.image.directory}\n`),
  hostname: ({ container }) => succeed(`${container.id.slice(0, 12)}\n`),
  whoami: ({ container }) => succeed(`${account(container).name}\n`),
  id: ({ container }, args) => identity(account(container), args),
  cat: ({ container }, args) => everyFile(container, args, 'cat'),
  ls: ({ container }, args) => list(container, args),
  test: ({ container }, args) => test(container, args),
  python: python,
  python3: python,
  curl: ({ call, container }, args) => curl(asInside(call, container, args)),
  wget: ({ call, container }, args) => wget(asInside(call, container, args)),
  'redis-cli': ({ call, container }, args) =>
    runRedisCli({ ...asInside(call, container, args), stdin: call.stdin }, (host, port) => {
      if (!/^(localhost|127\..*)$/.test(host)) throw new NotModelled(`redis-cli to ${host} inside a container`)
      const { redis } = container
      return redis && Number(redis.settings.get('port')) === port ? redis : 'refused'
    }),
}

function environment(container: Container): Record<string, string> {
  const { PATH = '', ...rest } = container.env
  return { PATH, HOSTNAME: container.id.slice(0, 12), ...rest, HOME: account(container).home }
}

interface Account {
  name: string
  uid: string
  home: string
}

function account({ image }: Container): Account {
  const [user = 'root'] = (image.user || 'root').split(':')
  const lines = (image.files['/etc/passwd'] ?? '').split('\n').map((line) => line.split(':'))
  const found = lines.find(([name, , uid]) => name === user || uid === user)
  return { name: found?.[0] ?? user, uid: found?.[2] ?? user, home: found?.[5] ?? '/' }
}

function identity({ name, uid }: Account, args: readonly string[]): Output {
  if (args[0] === '-u') return succeed(`${uid}\n`)
  if (args[0] === '-un') return succeed(`${name}\n`)
  if (args.length > 0) throw new NotModelled(`id ${args.join(' ')} inside a container`)
  return succeed(`uid=${uid}(${name}) gid=${uid}(${name}) groups=${uid}(${name})\n`)
}

function everyFile(container: Container, args: readonly string[], program: string): Output {
  const { image } = container
  const output = succeed()
  for (const arg of args) {
    const path = joinPath(image.directory, arg)
    requireOfImage(container, path)
    if (hasFile(image.files, path)) output.stdout += image.files[path]
    else
      output.stderr += `${program}: ${arg}: ${hasDirectory(image.files, path) ? 'Is a directory' : 'No such file or directory'}\n`
  }
  return { ...output, exitCode: output.stderr === '' ? 0 : 1 }
}

/** What the image does not have may be in a volume, whose files are not modelled. */
function requireOfImage({ image, volumes }: Container, path: string): void {
  if (volumes.length > 0 && !hasFile(image.files, path) && !hasDirectory(image.files, path))
    throw new NotModelled(`${path}, which may be in a volume of the container`)
}

function list(container: Container, args: readonly string[]): Output {
  const { image } = container
  const options = args.filter((arg) => arg.startsWith('-'))
  if (options.some((option) => /[^-1Aa]/.test(option))) throw new NotModelled(`ls ${args.join(' ')} inside a container`)
  const [operand = '.', ...more] = args.filter((arg) => !arg.startsWith('-'))
  if (more.length > 0) throw new NotModelled('ls of several paths inside a container')
  const path = joinPath(image.directory, operand)
  requireOfImage(container, path)
  if (hasFile(image.files, path)) return succeed(`${operand}\n`)
  if (!hasDirectory(image.files, path)) return fail(`ls: cannot access '${operand}': No such file or directory\n`, 2)
  const prefix = path === '/' ? '/' : `${path}/`
  const names = Object.keys(image.files)
    .filter((file) => file.startsWith(prefix))
    .map((file) => file.slice(prefix.length).split('/')[0] ?? '')
  const dots = options.some((option) => option.includes('a')) ? ['.', '..'] : []
  const shown = [...new Set([...dots, ...names])]
    .filter((name) => name !== '' && (options.length > 0 || !name.startsWith('.')))
    .sort()
  return succeed(shown.map((name) => `${name}\n`).join(''))
}

function test(container: Container, args: readonly string[]): Output {
  const { image } = container
  const [flag, operand = ''] = args
  const path = joinPath(image.directory, operand)
  if (/^-[def]$/.test(flag ?? '')) requireOfImage(container, path)
  const checks: Readonly<Record<string, boolean>> = {
    '-f': hasFile(image.files, path),
    '-d': hasDirectory(image.files, path),
    '-e': hasFile(image.files, path) || hasDirectory(image.files, path),
    '-n': operand !== '',
    '-z': operand === '',
  }
  const result = args.length === 2 ? checks[flag ?? ''] : undefined
  if (result === undefined) throw new NotModelled(`test ${args.join(' ')} inside a container`)
  return result ? succeed() : fail('', 1)
}

async function python(at: Inside, args: readonly string[]): Promise<Output> {
  if (isVersion(args)) return succeed(`Python ${at.container.env.PYTHON_VERSION ?? '3.11'}\n`)
  const text = printed(args)
  if (text !== undefined) return succeed(`${text}\n`)
  const url = /(?:urlopen|get)\(\s*f?["'](http:\/\/[^"']+)["']/.exec(args[1] ?? '')?.[1]
  if (args[0] !== '-c' || url === undefined) throw new NotModelled(`python ${args.join(' ')} inside a container`)
  const output = await curl(asInside(at.call, at.container, ['-fsS', '-o', '/dev/null', splitWords(url, {})[0] ?? url]))
  return output.exitCode === 0 ? succeed() : fail('urllib.error.URLError\n', 1)
}

async function wget(call: EmulatedCall): Promise<Output> {
  const url = call.args.find((arg) => /^(https?:\/\/|localhost|127\.)/.test(arg))
  if (url === undefined) throw new NotModelled(`wget ${call.args.join(' ')}`)
  const output = await curl({ ...call, args: ['-fsS', url] })
  const isSilent = call.args.some((arg) => /^--spider$|null$|^-qO?$/.test(arg)) && !call.args.includes('-O-')
  return { ...output, stdout: isSilent ? '' : output.stdout, exitCode: output.exitCode === 0 ? 0 : 1 }
}

/** The call as made inside a container: its network, its environment, and none of the machine's files. */
function asInside(call: EmulatedCall, container: Container, args: readonly string[]): EmulatedCall {
  const network: Network = insideNetwork(call, container)
  return {
    ...call,
    args,
    env: container.env,
    cwd: container.image.directory,
    world: { ...call.world, network },
    files: NO_FILES,
  }
}

const noFile = async (): Promise<never> => {
  throw new NotModelled('files of a container, other than those of its image')
}

const NO_FILES: EmulatedCall['files'] = {
  read: noFile,
  readBytes: noFile,
  write: noFile,
  exists: async () => false,
  isDirectory: async () => false,
  list: async () => [],
  remove: noFile,
  mode: noFile,
  setMode: noFile,
}
