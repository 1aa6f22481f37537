import { type MakeLine, readMakefile } from '#formats/makefile/read.ts'
import { NotModelled } from '../model.ts'

export interface Makefile {
  rules: { target: string; prerequisites: string[]; recipe: { line: number; text: string }[] }[]
  phony: ReadonlySet<string>
  /** Fills in `$(NAME)`, `${NAME}` and the automatic variables given. `$$` is a dollar. */
  expand(text: string, automatic: Readonly<Record<string, string>>): string
}

type Variables = Record<string, string>

/** Variables from outside the makefile: those of the command line win over its own, the environment does not. */
interface Given {
  env: Readonly<Variables>
  overrides: Readonly<Variables>
}

/** A Makefile's rules, or make's message for the first line it refuses. Functions and conditionals throw NotModelled. */
export function parseMakefile(text: string, given: Given): Makefile | string {
  const reader: Reader = {
    variables: { ...given.env, ...given.overrides, MAKE: 'make', SHELL: '/bin/sh' },
    overrides: given.overrides,
    rules: [],
    phony: new Set(),
    current: [],
  }
  for (const line of readMakefile(text)) {
    const problem = readLine(reader, line)
    if (problem !== undefined) return `${line.number}: *** ${problem}`
  }
  const expand: Makefile['expand'] = (part, automatic) => expandText(part, { ...reader.variables, ...automatic })
  return { rules: reader.rules, phony: reader.phony, expand }
}

interface Reader {
  variables: Variables
  overrides: Readonly<Variables>
  rules: Makefile['rules']
  phony: Set<string>
  /** Rules the next recipe lines belong to. */
  current: Makefile['rules']
}

/** Takes a line in; what make says of one it refuses. */
function readLine(reader: Reader, line: MakeLine): string | undefined {
  if (line.kind === 'recipe')
    for (const rule of reader.current) rule.recipe.push({ line: line.number, text: line.text })
  else if (line.kind === 'assignment') assign(reader.variables, reader.overrides, line)
  else if (line.kind === 'rule') reader.current = addRules(reader, line)
  else if (line.kind === 'problem') return PROBLEMS[line.reason](line.indent)
  else throw new NotModelled(`make: ${line.text}`)
  return undefined
}

const PROBLEMS = {
  'missing-separator': (indent: string) =>
    `missing separator${indent.startsWith(EIGHT) ? ' (did you mean TAB instead of 8 spaces?)' : ''}.`,
  'no-target-yet': () => 'recipe commences before first target.',
} as const
const EIGHT = ' '.repeat(8)

function assign(
  variables: Variables,
  overrides: Readonly<Variables>,
  { modifiers, name, operator, value }: MakeLine & { kind: 'assignment' },
): void {
  if (operator === '!=' || operator === ':::=' || name.includes('$') || modifiers.some((one) => one !== 'export'))
    throw new NotModelled(`make: ${[...modifiers, name, operator, value].join(' ')}`)
  if (operator === '?=' && variables[name] !== undefined) return
  if (overrides[name] !== undefined) return
  const now = operator === ':=' || operator === '::=' ? expandText(value, variables) : value
  variables[name] = operator === '+=' ? `${variables[name] ?? ''} ${now}`.trim() : now
}

function addRules(
  { rules, phony, variables }: Reader,
  { left, right }: MakeLine & { kind: 'rule' },
): Makefile['rules'] {
  if (/^[\w.]+\s*[?:+]?=/.test(right)) throw new NotModelled(`make: a variable of the target ${left}`)
  const [needs = '', inline] = expandText(right, variables).split(/;(.*)/s)
  const prerequisites = needs.split(/[\s|]+/).filter(Boolean)
  const names = expandText(left, variables).split(/\s+/)
  if (names.includes('.PHONY')) for (const name of prerequisites) phony.add(name)
  if (names.some((name) => name.includes('%'))) throw new NotModelled('make: pattern rules')
  const made = names
    .filter((name) => !name.startsWith('.'))
    .map((target) => ({
      target,
      prerequisites,
      recipe: inline === undefined ? [] : [{ line: 0, text: inline.trim() }],
    }))
  rules.push(...made)
  return made
}

function expandText(text: string, variables: Readonly<Variables>): string {
  return text.replace(
    /\$(?:\$|\(([^()]*)\)|\{([^{}]*)\}|(.))/g,
    (whole, round?: string, curly?: string, single?: string) => {
      if (whole === '$$') return '$'
      const name = round ?? curly ?? single ?? ''
      if (/[\s:]/.test(name)) throw new NotModelled(`make: $(${name})`)
      return expandText(variables[name] ?? '', variables)
    },
  )
}
