import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Command } from '#cli/terminal/help.ts'
import { COMMON } from '#cli/terminal/option-table.ts'
import { readCommandLine, usageError } from '#cli/terminal/options.ts'
import type { Terminal } from '#cli/terminal/terminal.ts'
import { EXIT } from '#finding/error.ts'
import type { Grammar, Command as GrammarCommand } from '#tools/match/model.ts'
import { GETOPT_TOOLS } from './asked-tools.ts'
import { getoptGrammar } from './getopt-grammar.ts'
import { HELP_TOOLS } from './help-grammars.ts'

const execute = promisify(execFile)

const FOLDER = new URL('../../tools/', import.meta.url)
/**
 * `pnpm grammars TOOL…`: writes the grammars of installed tools to
 * src/tools/<tool>/grammar.json; `all` does it for every tool that has one. docker is read
 * inside the fixture's image. Stops for wrong usage; throws when a tool is not there.
 */
export const grammars = async (terminal: Terminal): Promise<number> => {
  const given = readCommandLine(GRAMMARS, terminal)
  if (!given) return EXIT.passed
  const asked = given.positionals
  const tools = asked.length === 1 && asked[0] === 'all' ? Object.keys(READERS) : asked
  if (tools.length === 0 || tools.some((tool) => !Object.hasOwn(READERS, tool))) throw usageError(GRAMMARS.usage)
  for (const tool of tools) {
    const text = await (READERS[tool] as Reader)(terminal)
    if (isEmpty(JSON.parse(text))) throw new Error(`${tool} tells nothing of its options`)
    await writeFile(new URL(`${tool}/grammar.json`, FOLDER), text)
    terminal.out.write(`${tool}\n`)
  }
  return EXIT.passed
}

/** `pnpm grammars` as its help describes it. */
export const GRAMMARS = {
  usage: {
    es: `Uso: pnpm grammars HERRAMIENTA… | all

Escribe la gramática de herramientas instaladas en src/tools/<herramienta>/grammar.json.`,
    en: `Usage: pnpm grammars TOOL… | all

Writes the grammars of installed tools to src/tools/<tool>/grammar.json.`,
  },
  options: COMMON,
} as const satisfies Command

/** Whether nothing was read of a tool: it printed something else than its help. */
const isEmpty = ({ root }: Pick<Grammar, 'root'>): boolean =>
  (root.flags ?? []).length === 0 && Object.keys(root.commands ?? {}).length === 0

/** Runs the generator with gcloud's own Python and an empty configuration, so that nothing of the user's is read. */
const readGcloud = async (): Promise<string> => {
  const { stdout } = await execute('gcloud', ['info', '--format=value(installation.sdk_root,basic.python_location)'])
  const [sdk, python] = stdout.trim().split('\t') as [string, string]
  const home = await mkdtemp(join(tmpdir(), 'grammars-'))
  const generator = new URL('gcloud.py', import.meta.url).pathname
  const env = { PATH: process.env.PATH, HOME: home, CLOUDSDK_CONFIG: home }
  const read = execute(python, [generator, sdk], { env, maxBuffer: 2 ** 26 })
  return (await read.finally(() => rm(home, { recursive: true }))).stdout
}

/** The docker a run meets is that of the fixture, whatever is installed here. */
const readDocker = async (terminal: Terminal): Promise<string> => {
  const [{ readDockerGrammar }, { withFixtureDocker }] = await Promise.all([
    import('./docker.ts'),
    import('./fixture-docker.ts'),
  ])
  return compact(await withFixtureDocker(terminal, readDockerGrammar))
}

type Reader = (terminal: Terminal) => Promise<string>

const READERS: Readonly<Record<string, Reader>> = {
  gcloud: readGcloud,
  docker: readDocker,
  ...Object.fromEntries(
    Object.keys(GETOPT_TOOLS).map((tool) => [tool, async () => compact(await getoptGrammar(tool))]),
  ),
  ...Object.fromEntries(Object.entries(HELP_TOOLS).map(([tool, read]) => [tool, async () => compact(await read())])),
}

/** A grammar as committed: one command a line. */
function compact({ root, ...head }: Grammar): string {
  return `${JSON.stringify(head).slice(0, -1)},\n"root":${compactCommand(root, 1)}}\n`
}

function compactCommand(command: GrammarCommand, depth: number): string {
  const { commands, ...own } = command
  if (commands === undefined) return JSON.stringify(own)
  const names = Object.keys(commands).sort()
  const lines = names.map(
    (name) =>
      `${' '.repeat(depth)}${JSON.stringify(name)}:${compactCommand(commands[name] as GrammarCommand, depth + 1)}`,
  )
  const start = JSON.stringify(own).slice(0, -1)
  return `${start}${start === '{' ? '' : ','}"commands":{\n${lines.join(',\n')}}}`
}
