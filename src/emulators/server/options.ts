import { loadToolsFor } from '#tools/load.ts'
import { matchCommand } from '#tools/match/match.ts'
import type { Problem } from '#tools/match/problem.ts'
import type { Match } from '#tools/match/reading.ts'
import { knownWords } from '#tools/match/word.ts'
import { fail, NotModelled, type Output } from '../model.ts'

/** A command line that a program takes, by its pinned grammar. Options are named without their dashes. */
export interface CommandOptions {
  /** The words of its command, `renew` of certbot; empty where it has none. */
  command: string
  operands: readonly string[]
  names: readonly string[]
  has(...names: readonly string[]): boolean
  /** The last value an option was given. */
  value(...names: readonly string[]): string | undefined
  values(...names: readonly string[]): string[]
}

interface How {
  /** Options that are modelled, separated by blanks. Any other of the program's is not checkable. */
  modelled: string
  /** Status of a wrong command line. */
  status?: number
}

/** Reads the words after a program's name, or gives what it says of an option it does not have (getopt_long(3)). */
export async function readOptions(tool: string, args: readonly string[], how?: How): Promise<CommandOptions | Output> {
  const { grammar } = (await loadToolsFor([tool]))[tool] ?? {}
  if (!grammar) throw new Error(`${tool} has no grammar`)
  const match = matchCommand(grammar, knownWords(args))
  if (match.informative) throw new NotModelled(`the help text of ${tool}`)
  const [problem] = match.problems.filter(({ kind }) => kind === 'unknown-flag' || kind === 'missing-value')
  if (problem)
    return fail(`${usageProblem(tool, problem)}Try '${tool} --help' for more information.\n`, how?.status ?? 1)
  const options = optionsOf(match)
  const taken = how?.modelled.split(/\s+/)
  const other = taken && options.names.find((name) => !taken.includes(name))
  if (other !== undefined) throw new NotModelled(`${tool} ${other.length === 1 ? '-' : '--'}${other}`)
  return options
}

export const isRefused = (read: CommandOptions | Output): read is Output => 'exitCode' in read

function usageProblem(tool: string, problem: Problem): string {
  const flag = 'flag' in problem ? problem.flag : ''
  if (problem.kind === 'missing-value')
    return flag.startsWith('--')
      ? `${tool}: option '${flag}' requires an argument\n`
      : `${tool}: option requires an argument -- '${flag.slice(1)}'\n`
  return flag.startsWith('--')
    ? `${tool}: unrecognized option '${flag}'\n`
    : `${tool}: invalid option -- '${flag.slice(1, 2)}'\n`
}

function optionsOf({ flags, positionals, subcommand }: Match): CommandOptions {
  const given = flags.filter(({ on }) => on !== false)
  const spelled = ({ flag }: (typeof given)[number]) => flag.names.map((name) => name.replace(/^--?/, ''))
  const found = (names: readonly string[]) => given.filter((use) => spelled(use).some((name) => names.includes(name)))
  return {
    command: subcommand,
    operands: positionals.map(({ value }) => value ?? ''),
    names: given.map((use) => spelled(use)[0] ?? ''),
    has: (...names) => found(names).length > 0,
    value: (...names) => found(names).at(-1)?.value,
    values: (...names) => found(names).map(({ value }) => value ?? ''),
  }
}
