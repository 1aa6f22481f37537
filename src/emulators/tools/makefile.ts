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
  const variables: Variables = { ...given.env, ...given.overrides, MAKE: 'make', SHELL: '/bin/sh' }
  const rules: Makefile['rules'] = []
  const phony = new Set<string>()
  const expand: Makefile['expand'] = (part, automatic) => expandText(part, { ...variables, ...automatic })
  let current: Makefile['rules'] = []
  const lines = text
    .replace(/\\\r?\n[ \t]*/g, (join) => ` ${'\u0000'.repeat(join.split('\n').length - 1)}`)
    .split(/\r?\n/)
  let number = 0
  for (const raw of lines) {
    number += 1 + (raw.match(/\u0000/g)?.length ?? 0)
    const line = raw.replaceAll('\u0000', '')
    if (line.startsWith('\t') && current.length > 0) {
      for (const rule of current) rule.recipe.push({ line: number, text: line.trim() })
      continue
    }
    const code = line.replace(/(^|\s)#.*$/, '').trim()
    if (code === '') continue
    const assignment = /^(?:export\s+)?([A-Za-z_]\w*)\s*(\?=|:=|::=|\+=|=)\s*(.*)$/.exec(code)
    const rule = /^([^:=]+?)\s*:(?!=)\s*(.*)$/.exec(code)
    if (/^(ifeq|ifneq|ifdef|ifndef|else|endif|include|define|endef|export)\b/.test(code) && !assignment)
      throw new NotModelled(`make: ${code}`)
    if (assignment) assign(variables, given.overrides, assignment)
    else if (rule)
      current = addRules(rules, phony, { names: expand(rule[1] ?? '', {}), needs: expand(rule[2] ?? '', {}) })
    else
      return `${number}: *** missing separator${line.startsWith(' ') ? ' (did you mean TAB instead of 8 spaces?)' : ''}.`
  }
  return { rules, phony, expand }
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

function addRules(
  rules: Makefile['rules'],
  phony: Set<string>,
  rule: { names: string; needs: string },
): Makefile['rules'] {
  const [needs = '', inline] = rule.needs.split(/;(.*)/s)
  const prerequisites = needs.split(/[\s|]+/).filter(Boolean)
  const names = rule.names.split(/\s+/)
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
