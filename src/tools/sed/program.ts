import { bracketEnd, patternProblem } from '../grep/pattern.ts'
import { next, peek, Refused, type Scanner, take } from './scanner.ts'

interface Script extends Scanner {
  /** Whether its patterns are extended (`-E`). */
  extended: boolean
  depth: number
  labels: Set<string>
  jumps: string[]
}

interface Addresses {
  count: number
  /** The first is line 0, which is there only before a pattern. */
  zero: boolean
}

/** Why GNU sed (4.9) would refuse a script, in its words, or undefined. */
export function sedProblem(text: string, extended: boolean): string | undefined {
  const script: Script = { text, at: 0, extended, depth: 0, labels: new Set(), jumps: [] }
  try {
    while (readCommand(script)) {}
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
  if (script.depth > 0) return "unmatched `{'"
  const lost = script.jumps.find((name) => !script.labels.has(name))
  return lost === undefined ? undefined : `can't find label for jump to \`${lost}'`
}

function readCommand(script: Script): boolean {
  take(script, /[\s;]+/y)
  if (peek(script) === '') return false
  const addresses = readAddresses(script)
  take(script, /[ \t]+/y)
  if (take(script, /![ \t]*/y) && peek(script) === '!') throw new Refused("multiple `!'s")
  const name = next(script)
  if (name === '') throw new Refused('missing command')
  const read = COMMANDS[name]
  if (!read) throw new Refused(`unknown command: \`${name}'`)
  if (addresses.zero) throw new Refused('invalid usage of line address 0')
  read(script, addresses, name)
  return true
}

function readAddresses(script: Script): Addresses {
  const first = readAddress(script, /\d+(~[ \t]*\d*)?|[+~]\d*/y)
  if (first === undefined) return { count: 0, zero: false }
  if (/^[+~][1-9]/.test(first)) throw new Refused('invalid usage of +N or ~N as first address')
  take(script, /[ \t]+/y)
  if (peek(script) !== ',') return { count: 1, zero: first === '0' }
  script.at += 1
  take(script, /[ \t]+/y)
  const second = readAddress(script, /[+~][ \t]*\d*|\d+/y)
  if (second === undefined) throw new Refused("unexpected `,'")
  return { count: 2, zero: first === '0' && second !== '/' }
}

/** The text of an address by number or `$`, `/` for a pattern; undefined where none stands. */
function readAddress(script: Script, number: RegExp): string | undefined {
  const plain = take(script, number) || take(script, /\$/y)
  if (plain) return plain
  const opening = take(script, /\/|\\[\s\S]/y)
  if (!opening) return undefined
  const delimiter = opening.at(-1) as string
  checkPattern(script, delimited(script, delimiter, 'unterminated address regex', true))
  take(script, /[IM]+/y)
  return '/'
}

/** The text up to a delimiter, which is passed. In a pattern, one between brackets is a character. */
function delimited(script: Script, delimiter: string, problem: string, isPattern: boolean): string {
  const start = script.at
  if (delimiter === '\n') throw new Refused(problem)
  for (let character = next(script); character !== delimiter; character = next(script)) {
    if (character === '' || character === '\n') throw new Refused(problem)
    if (character === '\\') next(script)
    if (isPattern && character === '[') {
      const end = bracketEnd(script.text, script.at - 1)
      if (end === undefined || script.text.slice(script.at, end).includes('\n')) throw new Refused(problem)
      script.at = end
    }
  }
  return script.text.slice(start, script.at - 1)
}

function checkPattern({ extended }: Script, pattern: string): void {
  const problem = patternProblem(pattern, extended)
  if (problem !== undefined) throw new Refused(problem)
}

/** A command ends where the line, a `;`, a `}` or a comment begins. */
function end(script: Script): void {
  take(script, /[ \t]+/y)
  if (!/^[\n;}#]?$/.test(peek(script))) throw new Refused('extra characters after command')
}

type Read = (script: Script, addresses: Addresses, name: string) => void

const restOfLine = (script: Script) => take(script, /[^\n]+/y).trim()

const named: Read = (script) => {
  if (restOfLine(script) === '') throw new Refused('missing filename in r/R/w/W commands')
}

const jump: Read = (script) => {
  take(script, /[ \t]+/y)
  const label = take(script, /[^\s;}#][^\s;}]*/y)
  if (label !== '') script.jumps.push(label)
}

const numbered: Read = (script, { count }, name) => {
  if (/[qQ]/.test(name) && count > 1) throw new Refused('command only uses one address')
  take(script, /[ \t]*\d+/y)
  end(script)
}

const text: Read = (script) => {
  take(script, /[ \t]+/y)
  if (peek(script) === '') throw new Refused("expected \\ after `a', `c' or `i'")
  take(script, /\n?(\\[\s\S]|[^\n\\])*\\?/y)
}

const label: Read = (script, { count }) => {
  if (count > 0) throw new Refused(": doesn't want any addresses")
  take(script, /[ \t]+/y)
  const name = take(script, /[^\s;}#]+/y)
  if (name === '') throw new Refused('":" lacks a label')
  script.labels.add(name)
  restOfLabel(script)
}

/** GNU sed drops what stands between a label and the end of its command. */
const restOfLabel = (script: Script) => take(script, /[^\n;}#]+/y)

const close: Read = (script, { count }) => {
  if (script.depth === 0) throw new Refused("unexpected `}'")
  if (count > 0) throw new Refused("} doesn't want any addresses")
  script.depth -= 1
  end(script)
}

const substitute: Read = (script) => {
  const problem = "unterminated `s' command"
  const delimiter = next(script)
  if (/^[\n\\]?$/.test(delimiter)) throw new Refused(problem)
  const pattern = delimited(script, delimiter, problem, true)
  const replacement = delimited(script, delimiter, problem, false)
  readFlags(script)
  checkPattern(script, pattern)
  const groups = pattern.match(script.extended ? /(?<!\\)(?:\\\\)*\(/g : /(?<!\\)(?:\\\\)*\\\(/g)?.length ?? 0
  const used = [...replacement.matchAll(/\\([\s\S])/g)]
    .map(([, character]) => Number(character))
    .filter((one) => one > 0)
  const lost = used.find((one) => one > groups)
  if (lost !== undefined && pattern !== '' && delimiter !== String(lost))
    throw new Refused(`invalid reference \\${lost} on \`s' command's RHS`)
}

function readFlags(script: Script): void {
  const seen = new Set<string>()
  for (;;) {
    take(script, /[ \t]+/y)
    const flag = take(script, /\d+|[gpiImMe]/y)
    if (flag === '') break
    if (/^0+$/.test(flag)) throw new Refused("number option to `s' command may not be zero")
    const kind = /\d/.test(flag) ? 'number' : `\`${flag}'`
    if (/[gp\d]/.test(flag) && seen.has(kind)) throw new Refused(`multiple ${kind} options to \`s' command`)
    seen.add(kind)
  }
  if (take(script, /w/y)) restOfLine(script)
  else if (!/^[\n;}#]?$/.test(peek(script))) throw new Refused("unknown option to `s'")
}

const transliterate: Read = (script) => {
  const problem = "unterminated `y' command"
  const delimiter = next(script)
  if (/^[\n\\]?$/.test(delimiter)) throw new Refused(problem)
  const [from, to] = [delimited(script, delimiter, problem, false), delimited(script, delimiter, problem, false)]
  const length = (letters: string) => letters.replaceAll(/\\[\s\S]/g, 'x').length
  if (length(from) !== length(to)) throw new Refused("strings for `y' command are different lengths")
  end(script)
}

const COMMANDS: Readonly<Record<string, Read | undefined>> = {
  ...Object.fromEntries([...'=dDFgGhHnNpPxz'].map((name) => [name, end])),
  ...Object.fromEntries([...'rRwW'].map((name) => [name, named])),
  ...Object.fromEntries([...'btT'].map((name) => [name, jump])),
  ...Object.fromEntries([...'qQlL'].map((name) => [name, numbered])),
  ...Object.fromEntries([...'aic'].map((name) => [name, text])),
  e: restOfLine,
  v: restOfLine,
  s: substitute,
  y: transliterate,
  ':': label,
  '}': close,
  '{': (script) => {
    script.depth += 1
  },
  '#': (script, { count }) => {
    if (count > 0) throw new Refused("comments don't accept any addresses")
    restOfLine(script)
  },
}
