import type { Command, Positional } from '#tools/match/model.ts'
import type { Problem } from '#tools/match/problem.ts'
import type { Match } from '#tools/match/reading.ts'
import { fail, NotModelled, type Output } from '../model.ts'
import { parseSize } from './text.ts'

/** What docker prints, and its status, for a command line its grammar refuses (cli 28.2, Compose 2.26, Buildx 0.13). */
export function usageError(match: Match, problem: Problem, args: readonly string[]): Output {
  if (problem.kind === 'omitted-command') throw new NotModelled(`docker ${[...problem.path, problem.word].join(' ')}`)
  if (problem.kind === 'unknown-command') return unknownCommand(problem)
  const plugin = pluginOf(match.path)
  if (isArity(problem)) return arityError(match, plugin)
  const message = flagMessage(match, problem, args)
  if (plugin === 'compose') return fail(`${message}\n`, 16)
  if (plugin === 'buildx') return fail(`${message}\nSee 'docker ${pathOf(match.path)} --help'.\n`, 125)
  return fail(
    `${message}\n\n${usageLine(match)}\n\nRun 'docker ${pathOf(match.path)} --help' for more information\n`,
    125,
  )
}

/** The problem docker tells: its flag parser speaks before it counts arguments. Sizes are checked here, as only docker's own words are needed. */
export function firstProblem(match: Match): Problem | undefined {
  const told = match.problems.filter(({ kind }) => kind !== 'missing-command' && kind !== 'duplicate')
  return told.find((problem) => !isArity(problem)) ?? badSize(match) ?? told[0]
}

function badSize({ flags }: Match): Problem | undefined {
  const use = flags.find(
    ({ flag, value }) => flag.value === 'size' && value !== undefined && parseSize(value) === undefined,
  )
  return use && { kind: 'bad-value', index: use.index, flag: use.name, value: use.value ?? '', expected: 'size' }
}

const isArity = (problem: Problem): boolean =>
  problem.kind === 'missing-positional' || problem.kind === 'unexpected-argument'

const pluginOf = (path: readonly string[]): 'compose' | 'buildx' | undefined => {
  if (path[0] === 'compose') return 'compose'
  return path[0] === 'buildx' || path.at(-1) === 'build' ? 'buildx' : undefined
}

/** `docker build` is Buildx's. */
const pathOf = (path: readonly string[]): string =>
  path.at(-1) === 'build' && path[0] !== 'compose' ? 'buildx build' : path.join(' ')

function unknownCommand(problem: Problem & { kind: 'unknown-command' }): Output {
  const path = ['docker', ...problem.path].join(' ')
  if (problem.path[0] === 'compose') return fail(`unknown docker command: "compose ${problem.word}"\n`, 16)
  const usage = problem.path.length > 0 ? `Usage:  ${path}\n\n` : ''
  return fail(
    `docker: unknown command: ${path} ${problem.word}\n\n${usage}Run '${path} --help' for more information\n`,
    1,
  )
}

function flagMessage(match: Match, problem: Problem, args: readonly string[]): string {
  switch (problem.kind) {
    case 'unknown-flag':
      return problem.flag.startsWith('--')
        ? `unknown flag: ${problem.flag}`
        : `unknown shorthand flag: '${problem.flag[1]}' in ${problem.flag}`
    case 'missing-value':
      return `flag needs an argument: ${missingValue(args[problem.index] ?? problem.flag)}`
    case 'bad-value':
    case 'unexpected-value':
      return `invalid argument "${problem.value}" for "${spellings(match, problem)}" flag: ${reason(problem)}`
    case 'rule':
      return problem.message
    default:
      throw new NotModelled(`docker's message for ${problem.kind}`)
  }
}

/** A short flag is told with the cluster it is in. */
const missingValue = (word: string): string => (word.startsWith('--') ? word : `'${word.at(-1)}' in ${word}`)

/** `-m, --memory`. */
function spellings(match: Match, problem: { index: number; flag: string }): string {
  const use = match.flags.find(({ index, name }) => index === problem.index && name === problem.flag)
  return [...(use?.flag.names ?? [problem.flag])].reverse().join(', ')
}

function reason(problem: Problem & { kind: 'bad-value' | 'unexpected-value' }): string {
  const value = `"${problem.value}"`
  if (problem.kind === 'unexpected-value') return `strconv.ParseBool: parsing ${value}: invalid syntax`
  if (problem.expected === 'size') return `invalid size: '${problem.value}'`
  if (problem.expected === 'number') return `failed to parse ${problem.value} as a rational number`
  return `strconv.ParseInt: parsing ${value}: invalid syntax`
}

function arityError(match: Match, plugin: 'compose' | 'buildx' | undefined): Output {
  const positionals = match.command?.positionals ?? []
  const phrase = arity(positionals)
  if (plugin === 'compose') {
    const required = positionals.filter((positional) => positional.required).length
    return fail(`requires at least ${required} arg(s), only received ${match.positionals.length}\n`, 1)
  }
  const path = pathOf(match.path)
  if (plugin === 'buildx')
    return fail(
      `ERROR: "docker ${path}" requires ${phrase.includes('least') ? phrase : `exactly ${phrase}`}.\nSee 'docker ${path} --help'.\n\n${usageLine(match)}\n\nStart a build\n`,
      1,
    )
  const see = phrase.includes('least') ? 'See' : 'Run'
  return fail(
    `docker: 'docker ${path}' ${phrase === 'no arguments' ? 'accepts no arguments' : `requires ${phrase}`}\n\n${usageLine(match)}\n\n${see} 'docker ${path} --help' for more information\n`,
    1,
  )
}

function arity(positionals: readonly Positional[]): string {
  const required = positionals.filter((positional) => positional.required).length
  const counted = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`
  if (positionals.some((positional) => positional.repeated)) return `at least ${counted(required)}`
  if (positionals.length === 0) return 'no arguments'
  return positionals.length === required ? counted(required) : `at most ${counted(positionals.length)}`
}

/** The usage line of a command, as its help begins. */
function usageLine(match: Pick<Match, 'path' | 'command'>): string {
  const command: Command = match.command ?? {}
  const words = (command.positionals ?? []).map(positionalWord)
  const options = (command.flags ?? []).length > 0 ? ['[OPTIONS]'] : []
  return `Usage:  ${['docker', pathOf(match.path), ...options, ...words].join(' ')}`
}

function positionalWord({ name, required, repeated }: Positional): string {
  if (required) return repeated ? `${name} [${name}...]` : name
  return `[${name}${repeated ? '...' : ''}]`
}
