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
  for (const line of logicalLines(text)) {
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

interface Line {
  number: number
  text: string
}

/** Lines with their continuations joined. */
function logicalLines(text: string): Line[] {
  const lines: Line[] = []
  let isContinued = false
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const last = lines.at(-1)
    const part = raw.replace(/\\$/, '')
    if (isContinued && last) last.text += ` ${part.trim()}`
    else lines.push({ number: index + 1, text: part })
    isContinued = raw.endsWith('\\')
  }
  return lines
}

function readLine(reader: Reader, { number, text }: Line): string | undefined {
  if (text.startsWith('\t') && reader.current.length > 0) {
    for (const rule of reader.current) rule.recipe.push({ line: number, text: text.trim() })
    return undefined
  }
  const code = text.replace(/(^|\s)#.*$/, '').trim()
  const assignment = /^(?:export\s+)?([A-Za-z_]\w*)\s*(\?=|:=|::=|\+=|=)\s*(.*)$/.exec(code)
  const rule = /^([^:=]+?)\s*:(?!=)\s*(.*)$/.exec(code)
  if (code === '') return undefined
  if (assignment) assign(reader.variables, reader.overrides, assignment)
  else if (/^(ifeq|ifneq|ifdef|ifndef|else|endif|include|define|endef|export)\b/.test(code))
    throw new NotModelled(`make: ${code}`)
  else if (rule) reader.current = addRules(reader, rule)
  else return `missing separator${text.startsWith(' ') ? ' (did you mean TAB instead of 8 spaces?)' : ''}.`
  return undefined
}

function assign(
  variables: Variables,
  overrides: Readonly<Variables>,
  [, name = '', operator, value = '']: RegExpExecArray,
): void {
  if (operator === '?=' && variables[name] !== undefined) return
  if (overrides[name] !== undefined) return
  const now = operator === ':=' || operator === '::=' ? expandText(value, variables) : value
  variables[name] = operator === '+=' ? `${variables[name] ?? ''} ${now}`.trim() : now
}

function addRules({ rules, phony, variables }: Reader, [, left = '', right = '']: RegExpExecArray): Makefile['rules'] {
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
