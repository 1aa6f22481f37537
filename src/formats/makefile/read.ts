/** A line of a Makefile, continuations joined to it. Offsets are UTF-16, and of the first of its lines; `number` counts from 1. */
export type MakeLine = Written &
  (
    | { kind: 'recipe'; text: string }
    | { kind: 'assignment'; modifiers: readonly string[]; name: string; operator: string; value: string }
    | { kind: 'rule'; targets: readonly MakeTarget[]; left: string; right: string }
    | { kind: 'directive'; word: string; text: string }
    | { kind: 'call'; text: string }
    | { kind: 'problem'; reason: 'missing-separator' | 'no-target-yet'; indent: string }
  )

interface Written {
  number: number
  start: number
  end: number
}

/** A rule's target and where its name stands. */
export interface MakeTarget {
  name: string
  start: number
  end: number
}

const DIRECTIVE =
  /^(-?include|sinclude|ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|export|unexport|override|private|undefine|vpath|-?load)\b/
const ASSIGNMENT = /^((?:(?:export|override|private)\s+)*)([^\s:=#?+!]+)\s*(\?=|!=|\+=|:{0,3}=)\s*(.*)$/s
const RULE = /^([^:=#]+?)\s*&?::?(?!=)(.*)$/s

/**
 * Reads a Makefile's lines (gnu.org/software/make/manual, Makefile Contents) without running anything: variables are not
 * filled in, both sides of a condition are read. Empty lines, comments and what `define` holds are left out.
 */
export function readMakefile(text: string): MakeLine[] {
  const lines: MakeLine[] = []
  let isDefining = false
  let inRule = false
  for (const { raw, ...written } of logicalLines(text)) {
    const code = joined(raw)
    const plain = code.replace(/(^|\s)#.*$/s, '').trim()
    if (isDefining) isDefining = !/^endef\b/.test(plain)
    else if (raw.startsWith('\t') && inRule) lines.push({ ...written, kind: 'recipe', text: code.trim() })
    else if (plain !== '') {
      const line = lineOf(raw, plain, written)
      lines.push(line)
      inRule = line.kind === 'rule' || (inRule && !endsRule(line))
      isDefining = line.kind === 'directive' && line.word === 'define'
    }
  }
  return lines
}

/** After an assignment or a directive, but for conditions, a tab is no recipe's. */
const endsRule = (line: MakeLine): boolean =>
  line.kind === 'assignment' || (line.kind === 'directive' && !/^(if|else|endif)/.test(line.word))

function lineOf(raw: string, plain: string, written: Written): MakeLine {
  const assignment = ASSIGNMENT.exec(plain)
  if (assignment) {
    const [, modifiers = '', name = '', operator = '', value = ''] = assignment
    return { ...written, kind: 'assignment', modifiers: modifiers.split(/\s+/).filter(Boolean), name, operator, value }
  }
  const word = DIRECTIVE.exec(plain)?.[1]
  if (word !== undefined) return { ...written, kind: 'directive', word, text: plain }
  const rule = raw.startsWith('\t') ? null : RULE.exec(plain)
  if (rule) {
    const [, left = '', right = ''] = rule
    return { ...written, kind: 'rule', targets: namesIn(raw, left, written.start), left, right: right.trim() }
  }
  if (/^\$[({]/.test(plain)) return { ...written, kind: 'call', text: plain }
  const indent = /^[ \t]*/.exec(raw)?.[0] ?? ''
  return { ...written, kind: 'problem', reason: raw.startsWith('\t') ? 'no-target-yet' : 'missing-separator', indent }
}

function logicalLines(text: string): (Written & { raw: string })[] {
  let number = 1
  return [...text.matchAll(/^(?:[^\\\n]|\\\r?\n|\\)*$/gm)].map(({ 0: raw, index: start }) => {
    const line = { raw, number, start, end: start + raw.length }
    number += raw.split('\n').length
    return line
  })
}

const joined = (raw: string): string => raw.replaceAll(/\s*\\\r?\n\s*/g, ' ').replace(/\r$/, '')

/** The names of a rule's left side, where they stand in the line as written. */
function namesIn(raw: string, left: string, start: number): MakeTarget[] {
  const colon = raw.indexOf(':')
  const names = left.split(/\s+/).filter(Boolean)
  return [...raw.slice(0, colon).matchAll(/[^\s\\]+/g)]
    .filter(({ 0: name }) => names.includes(name))
    .map(({ 0: name, index }) => ({ name, start: start + index, end: start + index + name.length }))
}
