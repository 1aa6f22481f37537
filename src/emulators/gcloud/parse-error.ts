import type { Grammar } from '#tools/match/model.ts'
import type { Problem } from '#tools/match/problem.ts'
import type { Match } from '#tools/match/reading.ts'
import { fail, type Output } from '../model.ts'
import { usage } from './usage.ts'

/** A command line gcloud does not run. */
export interface Refused {
  grammar: Grammar
  match: Match
  args: readonly string[]
}

/** What gcloud prints, and its status, for a command line its parser or its checks refuse. */
export const parseError = ({ grammar, match, args }: Refused, problems: readonly Problem[]): Output => {
  const id = ['gcloud', ...match.path].join('.')
  const unrecognized = problems.filter(isUnrecognized)
  const first = unrecognized[0] ?? problems[0]
  if (first === undefined) throw new Error('No problem to report')
  if (unrecognized.length > 0) return fail(`ERROR: (${id}) ${unrecognizedArguments(unrecognized, args)}`, 2)
  if (first.kind === 'rule') return ruleError(id, first, match)
  return fail(`ERROR: (${id}) ${sentence(first, problems, match)}${ending(first, grammar, match)}`, 2)
}

type Unrecognized = Extract<Problem, { kind: 'unknown-flag' | 'unexpected-argument' }>

const isUnrecognized = (problem: Problem): problem is Unrecognized =>
  problem.kind === 'unknown-flag' || problem.kind === 'unexpected-argument'

const SEARCH = 'To search the help text of gcloud commands, run:\n  gcloud help -- SEARCH_TERMS\n'

const unrecognizedArguments = (problems: readonly Unrecognized[], args: readonly string[]): string => {
  const [only] = problems
  if (problems.length === 1 && only) return `unrecognized arguments: ${spelt(only, args)} \n\n${SEARCH}`
  return `unrecognized arguments:\n${problems.map((problem) => `  ${spelt(problem, args)}\n`).join('')}\n${indent(SEARCH)}`
}

const spelt = (problem: Unrecognized, args: readonly string[]): string => {
  const word = args[problem.index] ?? ''
  const near = problem.kind === 'unknown-flag' ? problem.suggestion : undefined
  return near ? `${word} (did you mean '${near}'?)` : word
}

const indent = (text: string): string => text.replace(/^/, '  ')

const ruleError = (id: string, problem: Extract<Problem, { kind: 'rule' }>, match: Match): Output =>
  problem.exitCode === 2
    ? fail(`ERROR: (${id}) ${problem.message}\n${usage(match)}`, 2)
    : fail(`ERROR: (${id}) ${problem.message}\n`, problem.exitCode)

const sentence = (problem: Problem, all: readonly Problem[], match: Match): string => {
  switch (problem.kind) {
    case 'missing-command':
      return 'Command name argument expected.'
    case 'unknown-command':
      return `Invalid choice: '${problem.word}'.`
    case 'missing-value':
      return `argument ${spellings(match, problem.flag)}: expected one argument`
    case 'unexpected-value':
      return `argument ${spellings(match, problem.flag)}: ignored explicit argument '${problem.value}'`
    case 'bad-choice':
      return `argument ${problem.flag}: Invalid choice: '${problem.value}'.\n\nValid choices are [${[...problem.choices].sort().join(', ')}].`
    case 'bad-value':
      return `argument ${spellings(match, problem.flag)}: ${badValue(problem)}`
    case 'exclusive':
      return exclusive(problem, match)
    case 'missing-flag':
    case 'missing-positional':
      return missing(all)
    default:
      throw new Error(`gcloud has no message for ${problem.kind}`)
  }
}

const spellings = (match: Match, flag: string): string =>
  match.flags.find((use) => use.name === flag)?.flag.names.join('/') ?? flag

const ESCAPING =
  'Please see `gcloud topic flags-file` or `gcloud topic escaping` for information on providing list or dictionary flag values with special characters.'

const badValue = ({ expected, value }: Extract<Problem, { kind: 'bad-value' }>): string => {
  if (expected === 'integer') return `Value must be an integer; received: ${value}`
  if (expected === 'number') return `Value must be a number; received: ${value}`
  if (expected === 'map')
    return `Bad syntax for dict arg: [${value.split(',').find((item) => !item.includes('='))}]. ${ESCAPING}`
  if (expected === 'duration') return `Failed to parse duration: Duration unit '${value}' must be preceded by a number`
  return `Failed to parse ${expected} [${value}]`
}

const exclusive = (problem: Extract<Problem, { kind: 'exclusive' }>, match: Match): string => {
  const all = [...problem.alternatives].map((names) => names.split(' ').sort().join(' '))
  all.sort((a, b) => Number(a.includes(' ')) - Number(b.includes(' ')) || (a < b ? -1 : 1))
  const given = match.flags
    .map((use) => use.name)
    .filter((name) => all.some((names) => names.split(' ').includes(name)))
  return `argument ${given.sort()[0]}: At most one of ${all.join(' | ')} can be specified.`
}

const missing = (all: readonly Problem[]): string => {
  const positionals = all.flatMap((problem) => (problem.kind === 'missing-positional' ? [problem.name] : []))
  const flags = all.flatMap((problem) => (problem.kind === 'missing-flag' ? [problem.flags.join(' | ')] : []))
  return `argument ${[...positionals, ...flags.sort()].join(' ')}: Must be specified.`
}

const ending = (problem: Problem, grammar: Grammar, match: Match): string => {
  if (problem.kind === 'missing-command') return `\n${usage(match)}`
  if (problem.kind === 'unknown-command') {
    const near = problem.suggestion
      ? `Maybe you meant:\n  ${[grammar.tool, ...match.path, problem.suggestion].join(' ')}\n\n`
      : ''
    return `\n${near}${SEARCH}`
  }
  return problem.kind === 'bad-choice' ? `\n\n${SEARCH}` : `\n${usage(match)}`
}
