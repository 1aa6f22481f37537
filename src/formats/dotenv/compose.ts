import { interpolate, type Lookup, RequiredVariable } from './interpolate.ts'
import type { DotenvReader, Setting } from './line.ts'

/**
 * `.env`, `--env-file` and `env_file:` of Compose 2 (compose-go, dotenv): quotes are removed and
 * may span lines, `$NAME` is filled in but between single quotes, ` #` starts a comment outside
 * quotes, `export` is allowed, `:` may stand for `=`, a name alone takes the caller's value.
 */
export const readAsCompose: DotenvReader = (text) => readForCompose(text, () => undefined)

/** The same, with the variables of the caller, which win over those of the file. */
export function readForCompose(source: string, outer: Lookup): Setting[] {
  const text = source.replaceAll('\r\n', ' \n')
  const settings: Setting[] = []
  const lookup: Lookup = (name) => outer(name) ?? settings.findLast((setting) => setting.name === name)?.value
  for (let at = 0; at < text.length; ) {
    const line = text.slice(at, endOfLine(text, at))
    const indent = line.length - line.trimStart().length
    const start = at + indent
    const code = line.slice(indent)
    if (code.trim() === '' || code.startsWith('#')) at += line.length + 1
    else {
      const setting = readLine(text, { start, code, lookup })
      settings.push(setting)
      at = endOfLine(text, Math.max(setting.end, start)) + 1
    }
  }
  return settings
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

interface Line {
  start: number
  code: string
  lookup: Lookup
}

function readLine(text: string, { start, code, lookup }: Line): Setting {
  const [whole = '', prefix = '', name = '', separator] =
    /^(export\s+)?([\w.\-[\]]*)[ \t]*([=:])?[ \t]*/.exec(code) ?? []
  const end = start + code.trimEnd().length
  const rest = code.slice(whole.length)
  if (name === '' || (separator === undefined && rest.trim() !== ''))
    return { name: name || code.trim(), start, end, value: undefined, problem: NAME }
  if (separator === undefined) return { name, start, end, value: lookup(name) }
  const quote = /^["']/.exec(rest)?.[0]
  const from = start + whole.length
  const place = { name, start: start + prefix.length, lookup }
  return quote ? readQuoted(text, { ...place, from: from + 1, quote }) : readPlain(rest, { ...place, end })
}

const NAME = { es: 'rechaza el nombre de la variable', en: 'it refuses the name of the variable' }
const OPEN = { es: 'las comillas no se cierran', en: 'the quotes are never closed' }
const REQUIRED = { es: 'falta la variable que exige', en: 'the variable it requires is missing' }

interface Place {
  name: string
  start: number
  lookup: Lookup
}

function readPlain(rest: string, { name, start, end, lookup }: Place & { end: number }): Setting {
  const [value = ''] = ` ${rest}`.split(' #')
  return { name, start, end, ...filled(value.trim(), lookup) }
}

function readQuoted(
  text: string,
  { name, start, lookup, from, quote }: Place & { from: number; quote: string },
): Setting {
  let close = text.indexOf(quote, from)
  while (close > 0 && text[close - 1] === '\\') close = text.indexOf(quote, close + 1)
  if (close < 0) return { name, start, end: endOfLine(text, from), value: undefined, problem: OPEN }
  const inside = text.slice(from, close).replaceAll(' \n', '\n')
  const end = close + 1
  return { name, start, end, ...(quote === "'" ? { value: inside } : filled(unescaped(inside), lookup)) }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f', b: '\b', a: '\x07' }

const unescaped = (text: string): string =>
  text.replace(/\\([abcfnrtv$"\\])/g, (_, char: string) => (char === '$' ? '$$' : (ESCAPES[char] ?? char)))

function filled(text: string, lookup: Lookup): Pick<Setting, 'value' | 'problem'> {
  try {
    return { value: interpolate(text, lookup, () => {}) }
  } catch (error) {
    if (error instanceof RequiredVariable) return { value: undefined, problem: REQUIRED }
    throw error
  }
}
