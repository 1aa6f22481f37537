import { respelling } from '#check/fix/word.ts'
import { blanksOf } from '#check/page/blank.ts'
import { type Call, type CallWord, type Prefix, placeOfCall, placeOfWord } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import type { Finding } from '#finding/finding.ts'
import type { Fix } from '#finding/fix.ts'
import type { Localized } from '#schema/locale.ts'
import type { Place } from '#schema/place.ts'
import { suggest } from '#schema/spelling.ts'
import type { ValueKind } from '#tools/match/model.ts'
import type { Problem } from '#tools/match/problem.ts'
import { type Tools, toolOf } from '#tools/tool.ts'
import { commandArgumentMissing } from './argument-missing.ts'
import { commandArgumentUnexpected } from './argument-unexpected.ts'
import { commandChoice } from './choice.ts'
import { commandDuplicate } from './duplicate.ts'
import { commandExclusive } from './exclusive.ts'
import { commandFlagMissing } from './flag-missing.ts'
import { commandFlagUnknown } from './flag-unknown.ts'
import { commandIncomplete } from './incomplete.ts'
import { commandRule } from './rule.ts'
import { commandUnknown } from './unknown.ts'
import { commandValue } from './value.ts'
import { commandValueMissing } from './value-missing.ts'
import { commandValueUnexpected } from './value-unexpected.ts'

/** Commands as the pinned grammar of their tool reads them. */
export const grammar = pageRule(
  [
    commandUnknown,
    commandIncomplete,
    commandFlagUnknown,
    commandValueMissing,
    commandValueUnexpected,
    commandFlagMissing,
    commandArgumentMissing,
    commandArgumentUnexpected,
    commandChoice,
    commandValue,
    commandExclusive,
    commandDuplicate,
    commandRule,
  ],
  ({ calls }, { tools }) =>
    calls.flatMap((call) =>
      [...call.prefixes.map((prefix) => prefixCall(call, prefix)), call].flatMap((one) =>
        problemsOf(one).map((problem) => describe(one, problem, tools)),
      ),
    ),
)

/** `sudo -u app` as if it stood alone. */
const prefixCall = (call: Call, { name, nameWord, words, match }: Prefix): Call => ({
  ...call,
  name,
  nameWord,
  words: words.map((word) => ({ word, text: word.value })),
  match,
  path: match.path,
  traits: {},
})

function problemsOf({ match, traits, command, block }: Call): Problem[] {
  if (!match) return []
  const problems = [...match.problems, ...(traits.refuses?.(match) ?? [])]
  const filled = blanksOf(command, block.text).length > 0
  return problems.filter(({ kind }) => kind !== 'omitted-command' && !(filled && LACKING.has(kind)))
}

/** What a command lacks where a blank stands that someone is to fill in. */
const LACKING = new Set<Problem['kind']>(['missing-command', 'missing-value', 'missing-flag', 'missing-positional'])

const KINDS: Readonly<Record<ValueKind, Localized>> = {
  string: { es: 'un texto', en: 'a text' },
  integer: { es: 'un número entero', en: 'a whole number' },
  number: { es: 'un número', en: 'a number' },
  list: { es: 'una lista separada por comas', en: 'a list with commas between' },
  map: { es: 'CLAVE=VALOR separados por comas', en: 'KEY=VALUE with commas between' },
  file: { es: 'un archivo', en: 'a file' },
  duration: { es: 'una duración, como 30s', en: 'a duration, like 30s' },
  size: { es: 'un tamaño, como 512Mi', en: 'a size, like 512Mi' },
}

const versionOf = (name: string, tools: Tools): string => toolOf(name, tools)?.grammar?.version ?? ''

function describe(call: Call, problem: Problem, tools: Tools): Finding {
  const word = call.words[problem.index]
  const place = word ? placeOfWord(call, word.word) : placeOfCall(call)
  const found = describeProblem({ name: call.name, path: call.match?.path ?? [] }, problem, { place, tools })
  const fix = fixOf(call, word, problem)
  return fix ? { ...found, fix } : found
}

function fixOf(call: Call, word: CallWord | undefined, problem: Problem): Fix | undefined {
  if (problem.kind === 'unknown-command') return respelling(call, word, problem.word, problem.certain)
  return problem.kind === 'unknown-flag' ? respelling(call, word, problem.flag, problem.certain) : undefined
}

/** What a tool would refuse, as a finding at a place. */
export function describeProblem(
  { name, path }: { name: string; path: readonly string[] },
  problem: Problem,
  { place, tools }: { place: Place; tools: Tools },
): Finding {
  const command = [name, ...path].join(' ')
  const tool = { command, tool: name, version: versionOf(name, tools) }
  switch (problem.kind) {
    case 'unknown-command':
    case 'omitted-command': {
      const { suggestion } = { suggestion: undefined, ...problem }
      return commandUnknown.at(place, { ...tool, command: `${command} ${problem.word}`, suggestion })
    }
    case 'missing-command':
      return commandIncomplete.at(place, { command })
    case 'unknown-flag':
      return commandFlagUnknown.at(place, { ...tool, flag: problem.flag, suggestion: problem.suggestion })
    case 'missing-value':
      return commandValueMissing.at(place, { command, flag: problem.flag })
    case 'unexpected-value':
      return commandValueUnexpected.at(place, { command, flag: problem.flag, found: problem.value })
    case 'missing-flag':
      return commandFlagMissing.at(place, { command, flag: problem.flags.join(' / ') })
    case 'missing-positional':
      return commandArgumentMissing.at(place, { command, name: problem.name })
    case 'unexpected-argument':
      return commandArgumentUnexpected.at(place, { command, found: problem.value })
    case 'bad-choice': {
      const { flag, value: found, choices } = problem
      return commandChoice.at(place, {
        command,
        flag,
        found,
        expected: choices.join(', '),
        suggestion: suggest(found, choices),
      })
    }
    case 'bad-value': {
      const { es, en } = KINDS[problem.expected]
      return commandValue.at(place, {
        command,
        flag: problem.flag,
        found: problem.value,
        expectedEs: es,
        expectedEn: en,
      })
    }
    case 'exclusive':
      return commandExclusive.at(place, {
        command,
        flag: problem.flag,
        other: problem.alternatives.join(', '),
      })
    case 'duplicate':
      return commandDuplicate.at(place, { command, flag: problem.flag })
    case 'rule':
      return commandRule.at(place, { command, reason: problem.message })
  }
}
