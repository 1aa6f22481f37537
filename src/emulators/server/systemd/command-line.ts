import type { UnitFile } from './unit-file.ts'

/** A command of a unit (systemd.service(5), Command lines). */
export interface UnitCommand {
  /** With `-`: its failure is none. */
  mayFail: boolean
  path: string
  args: readonly string[]
}

/** Reads `ExecStart=` and its kin, the variables of its process filled in; or why the manager refuses the line. */
export function readCommand(
  text: string,
  { unit, env }: { unit: Pick<UnitFile, 'name'>; env: Readonly<Record<string, string>> },
): UnitCommand | string {
  const prefix = /^[-@:+!|]*/.exec(text)?.[0] ?? ''
  const words = wordsOf(text.slice(prefix.length))
  if (!words) return 'Invalid escape sequences or unbalanced quotes, ignoring'
  const [first, ...rest] = words.map((word) => ({ ...word, text: withSpecifiers(word.text, unit) }))
  if (!first) return 'Empty executable path'
  if (first.text.includes('/') && !first.text.startsWith('/'))
    return `Neither a valid executable name nor an absolute path: ${first.text}`
  return { mayFail: prefix.includes('-'), path: first.text, args: rest.flatMap((word) => expanded(word, env)) }
}

interface Word {
  text: string
  isQuoted: boolean
}

/** Words between blanks; quotes around a word or within one, and C escapes. Undefined where a quote stays open. */
function wordsOf(text: string): Word[] | undefined {
  const found: Word[] = []
  const parts = [...text.matchAll(/(\s+)|"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|((?:\\.|[^\s"'\\])+)|(.)/gs)]
  let isOpen = false
  for (const [, blank, double, single, plain, stray] of parts) {
    if (stray !== undefined) return undefined
    const piece = unescaped(double ?? single ?? plain ?? '')
    const last = found.at(-1)
    if (blank !== undefined) isOpen = false
    else if (isOpen && last) last.text += piece
    else {
      found.push({ text: piece, isQuoted: plain === undefined })
      isOpen = true
    }
  }
  return found
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', s: ' ', r: '\r' }

const unescaped = (text: string): string => text.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char)

/** `%n` and its like; `%%` is a percent sign. */
function withSpecifiers(text: string, { name }: Pick<UnitFile, 'name'>): string {
  const plain = name.replace(/\.\w+$/, '')
  const known: Readonly<Record<string, string>> = {
    '%': '%',
    n: name,
    N: plain,
    p: plain.replace(/@.*/, ''),
    i: /@(.*)$/.exec(plain)?.[1] ?? '',
    t: '/run',
    S: '/var/lib',
    L: '/var/log',
    C: '/var/cache',
    h: '/root',
  }
  return text.replace(/%(.)/g, (whole, letter: string) => known[letter] ?? whole)
}

/** `${NAME}` within a word; a word that is `$NAME` alone becomes as many as its value has. */
function expanded({ text, isQuoted }: Word, env: Readonly<Record<string, string>>): string[] {
  const alone = isQuoted ? undefined : /^\$(\w+)$/.exec(text)?.[1]
  if (alone !== undefined) return (env[alone] ?? '').split(/\s+/).filter(Boolean)
  return [text.replace(/\$\{(\w+)\}/g, (_, name: string) => env[name] ?? '').replaceAll('$$', '$')]
}
