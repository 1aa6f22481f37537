import { startApp } from '../images/app.ts'
import { joinPath } from '../images/image-files.ts'
import { EMPTY_IMAGE } from '../images/model.ts'
import { Blocked, type EmulatedCall, fail, NotModelled, type Output, succeed } from '../model.ts'
import { beginProcess } from '../process/processes.ts'
import { filesBelow } from './source.ts'
import { unknownOption } from './unknown-option.ts'

/** `uvicorn`, of the application below the working directory: what the seed says of it listens on the machine, until it is stopped. */
export async function uvicorn(call: EmulatedCall, args: readonly string[]): Promise<Output> {
  if (args.includes('--version')) return succeed('Running uvicorn 0.32.0 with CPython 3.13.5 on Linux\n')
  const unknown = await unknownOption('uvicorn', args)
  if (unknown !== undefined) return fail(`${USAGE}Error: No such option: ${unknown}\n`, 2)
  const fromFile = await envFile(call, args)
  if (typeof fromFile === 'string') return fail(fromFile, 2)
  const command = ['uvicorn', ...args]
  const sources = await filesBelow(call, /\.py$/)
  const image = {
    ...EMPTY_IMAGE,
    directory: call.cwd,
    command,
    programs: ['uvicorn'],
    files: { ...sources, ...PASSWD },
  }
  const started = startApp(call.world, image, { ...fromFile, ...call.env, PATH: '/usr/bin' })
  const log = started.log.map((line) => `${line}\n`).join('')
  if (started.state === 'exited') return fail(log, started.exitCode)
  const port = started.localPort
  if (port < FIRST_FREE && call.world.host.user !== 'root') return fail(refusal(13, port, 'permission denied'))
  const listens = [{ port, isEverywhere: started.port !== 0, answer: started.handle }]
  const begun = beginProcess(call.world, { command: command.join(' '), listens })
  if ('taken' in begun) return fail(refusal(98, port, 'address already in use'))
  throw new Blocked(command.join(' '), { stderr: log })
}

/** An image with a shell, as a machine has one. */
const PASSWD = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\n' }

/** Ports below are root's (ip(7), Address format). */
const FIRST_FREE = 1024

const refusal = (code: number, port: number, why: string) =>
  `ERROR:    [Errno ${code}] error while attempting to bind on address ('127.0.0.1', ${port}): [errno ${code}] ${why}\n`

const USAGE = "Usage: uvicorn [OPTIONS] APP\nTry 'uvicorn --help' for help.\n\n"

/** Variables of `--env-file`, or the usage error. The process's own come before them. */
async function envFile(
  { cwd, files }: EmulatedCall,
  args: readonly string[],
): Promise<Record<string, string> | string> {
  const at = args.findIndex((arg) => /^--env-file(=|$)/.test(arg))
  if (at < 0) return {}
  const path = args[at]?.split(/=(.*)/s)[1] ?? args[at + 1] ?? ''
  if (await files.exists(joinPath(cwd, path))) return readPlain(await files.read(joinPath(cwd, path)))
  return `${USAGE}Error: Invalid value for '--env-file': Path '${path}' does not exist.\n`
}

/**
 * As python-dotenv 1.0 does (dotenv/parser.py): a value without quotes ends at white space before `#`. Values in quotes,
 * and those with another variable in them, are not modelled.
 */
function readPlain(text: string): Record<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value = ''] = /^\s*([^=#\s]+)=[^\S\n]*(.*)$/.exec(line) ?? []
      if (name === undefined || /^['"]|\$\{/.test(value))
        throw new NotModelled(`a line of --env-file with quotes or \${`)
      return [name, value.replace(/\s+#.*/, '').trimEnd()]
    }),
  )
}
