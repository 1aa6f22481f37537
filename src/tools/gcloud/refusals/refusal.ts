import { assignPositionals } from '../../match/positionals.ts'
import type { Problem } from '../../match/problem.ts'
import type { FlagUse, Match } from '../../match/reading.ts'
import { matchParts } from '../../match/sections.ts'

/** What a tool refuses after parsing, for the commands whose path starts with one of `of`. */
export interface Refusal {
  name: string
  of: readonly string[]
  find(match: Match): readonly Breach[]
}

export interface Breach {
  index: number
  /** The tool's own wording, without `ERROR: (gcloud.x)`. */
  message: string
  /** 2 for what the parser itself refuses, 1 for the rest. */
  exitCode?: number
}

/** A breach as the problem of its refusal. */
export const toProblem = (refusal: Refusal, breach: Breach): Problem => ({
  kind: 'rule',
  rule: refusal.name,
  index: breach.index,
  message: breach.message,
  exitCode: breach.exitCode ?? 1,
})

interface KnownUse extends FlagUse {
  value: string
}

/** Uses of some flags whose values are known. */
export const usesOf = (match: Match, ...names: readonly string[]): KnownUse[] =>
  match.flags.filter((use): use is KnownUse => names.includes(use.name) && use.value !== undefined)

/** Whether a flag is given, known or not. */
export const isGiven = (match: Match, ...names: readonly string[]): boolean =>
  match.flags.some((use) => names.includes(use.name) && use.on !== false)

/** Position of the last word of the command's name. */
export const anchorOf = (match: Match): number => Math.max(match.path.length - 1, 0)

/** Known values of a positional. */
export const positionalsOf = (match: Match, name: string): { index: number; value: string }[] => {
  const taken = match.command === undefined ? [] : (assignPositionals(match.command, match.positionals)[name] ?? [])
  return taken.flatMap(({ index, value }) => (value === undefined ? [] : [{ index, value }]))
}

/** A refusal that holds for each container by itself. */
export const eachPart =
  (find: Refusal['find']): Refusal['find'] =>
  (match) =>
    matchParts(match).flatMap(find)

/** A refusal of the value of flags. */
export const valueRefusal = (rule: {
  name: string
  of: readonly string[]
  flags: readonly string[]
  refuse: (value: string, flag: string) => string | undefined
  exitCode?: number
}): Refusal => ({
  name: rule.name,
  of: rule.of,
  find: (match) =>
    usesOf(match, ...rule.flags).flatMap((use) => {
      const message = rule.refuse(use.value, use.name)
      return message === undefined ? [] : [{ index: use.index, message, exitCode: rule.exitCode ?? 1 }]
    }),
})
