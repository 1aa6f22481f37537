import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Command, Grammar } from '#grammar/model.ts'
import type { Terminal } from './run-cli.ts'

const execute = promisify(execFile)

const FOLDER = new URL('../grammar/catalogue/', import.meta.url)
const USAGE = 'usage: pnpm catalogue gcloud|docker\n'

/**
 * `pnpm catalogue gcloud|docker`: writes the grammar of an installed tool to
 * src/grammar/catalogue. Status 2 for wrong usage; throws when the tool is not there.
 */
export const catalogue = async ({ args, err }: Terminal): Promise<number> => {
  const [tool] = args
  if (args.length !== 1 || (tool !== 'gcloud' && tool !== 'docker')) {
    err.write(USAGE)
    return 2
  }
  const text = tool === 'gcloud' ? await readGcloud() : await readDocker()
  await writeFile(new URL(`${tool}.json`, FOLDER), text)
  return 0
}

/** Runs the generator with gcloud's own Python and an empty configuration, so that nothing of the user's is read. */
const readGcloud = async (): Promise<string> => {
  const { stdout } = await execute('gcloud', ['info', '--format=value(installation.sdk_root,basic.python_location)'])
  const [sdk, python] = stdout.trim().split('\t') as [string, string]
  const home = await mkdtemp(join(tmpdir(), 'catalogue-'))
  const generator = new URL('catalogue_gcloud.py', import.meta.url).pathname
  const env = { PATH: process.env.PATH, HOME: home, CLOUDSDK_CONFIG: home }
  const read = execute(python, [generator, sdk], { env, maxBuffer: 2 ** 26 })
  return (await read.finally(() => rm(home, { recursive: true }))).stdout
}

const readDocker = async (): Promise<string> => {
  const { catalogueDocker } = await import('./catalogue-docker.ts')
  return compact(await catalogueDocker())
}

/** A grammar as committed: one command a line. */
const compact = ({ root, ...head }: Grammar): string =>
  `${JSON.stringify(head).slice(0, -1)},\n"root":${compactCommand(root, 1)}}\n`

const compactCommand = (command: Command, depth: number): string => {
  const { commands, ...own } = command
  if (commands === undefined) return JSON.stringify(own)
  const names = Object.keys(commands).sort()
  const lines = names.map(
    (name) => `${' '.repeat(depth)}${JSON.stringify(name)}:${compactCommand(commands[name] as Command, depth + 1)}`,
  )
  const start = JSON.stringify(own).slice(0, -1)
  return `${start}${start === '{' ? '' : ','}"commands":{\n${lines.join(',\n')}}}`
}
