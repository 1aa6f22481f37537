import { EXPECTED_NAME, type Expectation } from '#schema/expectation.ts'
import { jsonAt, jsonDifference } from './expect-json.ts'

/** What a step printed. */
export interface Printed {
  stdout: string
  stderr: string
}

/** Where an output is not the one expected. `line` counts from 1 inside the expected text. */
export interface Difference {
  line: number
  expected: string
  found: string
}

/**
 * Compares what a step printed with an expectation of its page; undefined when it
 * holds. Texts may hold on stdout, on stderr or on both together; JSON is stdout's.
 * `[..]` stands for anything within a line, a line `[...]` for any lines;
 * `$NAME` for a variable of the run.
 */
export function compareOutput(
  expectation: Expectation,
  printed: Printed,
  variables: Readonly<Record<string, string>>,
): Difference | undefined {
  const expected = fillVariables(expectation.text, expectation.mode === 'regex' ? escaped(variables) : variables)
  if (expectation.mode === 'json') return compareJson(expected, printed.stdout, expectation.path)
  const compare = TEXT_MODES[expectation.mode]
  const streams = [printed.stdout, printed.stderr, `${printed.stdout}${printed.stderr}`]
  const differences = streams.map((stream) => compare(expected, plainLines(stream)))
  if (differences.some((difference) => difference === undefined)) return undefined
  return differences.find((_, index) => streams[index]?.trim() !== '') ?? differences[0]
}

const TEXT_MODES = { whole: compareWhole, contains: compareContains, regex: compareRegex }

function fillVariables(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(EXPECTED_NAME, (whole, braced, bare) => {
    return variables[braced ?? bare] ?? whole
  })
}

/** Values as a regular expression matches them: themselves. */
function escaped(variables: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(variables).map(([name, value]) => [name, plainPattern(value)])
  return Object.fromEntries(entries)
}

const plainPattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Lines without colour codes, carriage returns, trailing blanks and blank lines around. */
function plainLines(text: string): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escape sequences start with one
  const plain = text.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll('\r', '')
  const lines = plain.split('\n').map((line) => line.trimEnd())
  while (lines.at(-1) === '') lines.pop()
  while (lines[0] === '') lines.shift()
  return lines
}

function linePattern(line: string): RegExp {
  const parts = line.trim().split('[..]').map(plainPattern)
  return new RegExp(`^\\s*${parts.join('.*')}\\s*$`, 'u')
}

function compareContains(expected: string, lines: readonly string[]): Difference | undefined {
  let from = 0
  for (const [index, wanted] of plainLinesKept(expected)) {
    if (wanted.trim() === '' || wanted.trim() === '[...]') continue
    const pattern = linePattern(wanted)
    const found = lines.findIndex((line, at) => at >= from && pattern.test(line))
    if (found < 0) return { line: index + 1, expected: wanted.trim(), found: excerpt(lines.slice(from)) }
    from = found + 1
  }
  return undefined
}

/** Lines of the expected text with their index on the page. */
const plainLinesKept = (text: string): [number, string][] => text.split('\n').map((line, index) => [index, line])

function compareWhole(expected: string, lines: readonly string[]): Difference | undefined {
  const wanted = expected.replace(/\n+$/, '').split('\n')
  let furthest = 0
  const matches = (at: number, from: number): boolean => {
    furthest = Math.max(furthest, at)
    if (at === wanted.length) return from === lines.length
    if (wanted[at]?.trim() === '[...]') return lines.length >= from && anyFrom(from, (next) => matches(at + 1, next))
    const line = lines[from]
    return line !== undefined && linePattern(wanted[at] ?? '').test(line) && matches(at + 1, from + 1)
  }
  const anyFrom = (from: number, test: (next: number) => boolean) =>
    Array.from({ length: lines.length - from + 1 }, (_, skip) => from + skip).some(test)
  if (matches(0, 0)) return undefined
  const line = Math.min(furthest, wanted.length - 1)
  return { line: line + 1, expected: wanted[line] ?? '', found: excerpt(lines.slice(line)) }
}

function compareRegex(expected: string, lines: readonly string[]): Difference | undefined {
  const text = lines.join('\n')
  return new RegExp(expected.trim(), 'mu').test(text)
    ? undefined
    : { line: 1, expected: expected.trim(), found: excerpt(lines) }
}

function compareJson(expected: string, stdout: string, path: string | undefined): Difference | undefined {
  const found = parse(stdout)
  if (found === undefined) return { line: 1, expected: 'JSON', found: excerpt(plainLines(stdout)) }
  const difference = jsonDifference(JSON.parse(expected), path ? jsonAt(found, path) : found)
  if (!difference) return undefined
  return { line: lineOfKey(expected, difference.path), expected: difference.expected, found: difference.found }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The line of the expected JSON that names the last key of a path. */
function lineOfKey(text: string, path: readonly (string | number)[]): number {
  const key = path.findLast((part) => typeof part === 'string')
  const index = text.split('\n').findIndex((line) => key !== undefined && line.includes(JSON.stringify(key)))
  return Math.max(index, 0) + 1
}

/** The start of what was printed, for a message. */
function excerpt(lines: readonly string[]): string {
  const shown = lines.slice(0, 8).join('\n')
  return shown === '' ? '∅' : lines.length > 8 ? `${shown}\n…` : shown
}
