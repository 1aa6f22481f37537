import type { Localized } from '#schema/locale.ts'
import type { DotenvReader, Setting } from './line.ts'

/**
 * `source` in bash: each line is a command. A value is one word: it ends at the first space
 * outside quotes, and what follows it is run, as is a name alone. Where bash would run
 * something or refuse the file, the setting says so and has no value.
 */
export const readAsBash: DotenvReader = (text) => {
  const settings: Setting[] = []
  const known = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const start = at + (/^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0)
    const line = text.slice(start, endOfLine(text, start))
    if (line.trim() === '' || line.startsWith('#')) at = start + line.length + 1
    else {
      const setting = readLine(text, { start, line, known })
      settings.push(setting)
      if (setting.value !== undefined) known.set(setting.name, setting.value)
      at = endOfLine(text, setting.end) + 1
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
  line: string
  known: ReadonlyMap<string, string>
}

function readLine(text: string, { start, line, known }: Line): Setting {
  const head = /^(?:export[ \t]+)?([A-Za-z_]\w*)=/.exec(line)
  const end = start + line.length
  if (/^export[ \t]+[A-Za-z_]\w*[ \t\r]*$/.test(line))
    return { name: line.trim().split(/[ \t]+/)[1] as string, start, end, value: undefined }
  if (!head) {
    const [name = line] = /^[^\s=]+/.exec(line) ?? []
    return { name, start, end, value: undefined, problem: runs(name) }
  }
  const word = readWord(text, { at: start + head[0].length, known })
  const place = { name: head[1] as string, start, end: Math.max(word.end, start) }
  const problem = word.problem ?? after(text.slice(word.end, endOfLine(text, word.end)), head[0].startsWith('export'))
  return problem ? { ...place, value: undefined, problem } : { ...place, value: word.value }
}

const runs = (word: string): Localized => ({ es: `bash ejecutaría «${word}»`, en: `bash would run \`${word}\`` })
const OPEN = { es: 'las comillas no se cierran', en: 'the quotes are never closed' }
const SUBSTITUTION = { es: 'bash ejecuta el comando que contiene', en: 'bash runs the command in it' }
const REFUSED: Localized = { es: 'bash rechaza el archivo aquí', en: 'bash refuses the file here' }

/** What bash makes of the text after a value. */
function after(rest: string, exported: boolean): Localized | undefined {
  const next = rest.trim()
  if (next === '' || (/^\s/.test(rest) && next.startsWith('#'))) return undefined
  if (/^[()]/.test(next)) return REFUSED
  if (exported && /^[A-Za-z_]\w*(=|\s|$)/.test(next)) return undefined
  const [word = next] = /[^\s;&|<>]+/.exec(next) ?? []
  return /^[;&]+$/.test(next) ? undefined : runs(word)
}

interface Word {
  value: string
  end: number
  problem?: Localized
}

/** One word of bash, from an offset on. */
function readWord(text: string, { at: from, known }: { at: number; known: ReadonlyMap<string, string> }): Word {
  let value = ''
  let at = from
  while (at < text.length && !/[ \t\n;&|()<>]/.test(text.charAt(at))) {
    const part = readPart(text, at, known)
    if (part.problem) return part
    value += part.value
    at = part.end
  }
  return { value, end: at }
}

function readPart(text: string, at: number, known: ReadonlyMap<string, string>): Word {
  const char = text.charAt(at)
  if (char === "'") return readSingle(text, at + 1)
  if (char === '"') return readDouble(text, at + 1, known)
  if (char === '\\') return { value: text[at + 1] === '\n' ? '' : text.charAt(at + 1), end: at + 2 }
  return char === '$' || char === '`' ? readExpansion(text, at, known) : { value: char, end: at + 1 }
}

function readSingle(text: string, from: number): Word {
  const close = text.indexOf("'", from)
  return close < 0 ? { value: '', end: text.length, problem: OPEN } : { value: text.slice(from, close), end: close + 1 }
}

function readDouble(text: string, from: number, known: ReadonlyMap<string, string>): Word {
  let value = ''
  let at = from
  while (at < text.length && text[at] !== '"') {
    const escaped = text[at] === '\\' && /["\\`$\n]/.test(text.charAt(at + 1))
    if (escaped) {
      value += text[at + 1] === '\n' ? '' : text.charAt(at + 1)
      at += 2
      continue
    }
    const part = /[$`]/.test(text.charAt(at)) ? readExpansion(text, at, known) : { value: text.charAt(at), end: at + 1 }
    if (part.problem) return part
    value += part.value
    at = part.end
  }
  return at < text.length ? { value, end: at + 1 } : { value, end: at, problem: OPEN }
}

/** `$NAME` and `${NAME:-default}`, from what the file set before; anything else runs or refuses. */
function readExpansion(text: string, at: number, known: ReadonlyMap<string, string>): Word {
  const rest = text.slice(at, endOfLine(text, at))
  if (/^(`|\$\()/.test(rest)) return { value: '', end: at + rest.length, problem: SUBSTITUTION }
  const named = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?::?-([^}]*))?\})/.exec(rest)
  if (named) {
    const name = named[1] ?? named[2] ?? ''
    return { value: known.get(name) ?? named[3] ?? '', end: at + named[0].length }
  }
  const special = /^\$(?:[0-9@*#?$!-])/.exec(rest)
  if (special) return { value: '', end: at + special[0].length }
  return rest.startsWith('${') ? { value: '', end: at + rest.length, problem: REFUSED } : { value: '$', end: at + 1 }
}
