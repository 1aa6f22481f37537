import type { DotenvReader, Setting } from './line.ts'

/**
 * `EnvironmentFile=` of systemd (src/basic/env-file.c): quotes are removed and may span
 * lines, a backslash takes the next character as it is or joins lines, nothing is filled
 * in, `#` and `;` start a comment only at the start of a line, and a line without `=`
 * or with a name that is none is ignored.
 */
export const readAsSystemd: DotenvReader = (text) => {
  const settings: Setting[] = []
  for (let at = 0; at < text.length; ) {
    const start = skip(text, at, /\s/)
    const line = endOfLine(text, start)
    const equals = text.indexOf('=', start)
    if (/[#;]/.test(text.charAt(start))) at = endOfComment(text, start)
    else if (equals < 0 || equals > line) {
      settings.push(...ignored(text, start, line))
      at = line + 1
    } else {
      const { value, end } = readValue(text, equals + 1)
      const name = text.slice(start, equals).trimEnd()
      settings.push({ name, start, end, ...(isName(name) ? { value } : { value: undefined, problem: NAME }) })
      at = end + 1
    }
  }
  return settings
}

const NAME = { es: 'ignora la línea: eso no es un nombre', en: 'it ignores the line: that is no name' }
const LONE = { es: 'ignora la línea: no tiene =', en: 'it ignores the line: it has no =' }

const isName = (name: string) => /^[A-Za-z_]\w*$/.test(name)

function ignored(text: string, start: number, end: number): Setting[] {
  const name = text.slice(start, end).trim()
  return name === '' ? [] : [{ name, start, end: start + name.length, value: undefined, problem: LONE }]
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from
  while (at < text.length && what.test(text.charAt(at))) at += 1
  return at
}

function endOfLine(text: string, from: number): number {
  const found = text.slice(from).search(/[\r\n]/)
  return found < 0 ? text.length : from + found
}

/** A backslash at its end carries a comment on. */
function endOfComment(text: string, from: number): number {
  let at = endOfLine(text, from)
  while (text[at - 1] === '\\' && at < text.length) at = endOfLine(text, at + 1)
  return at + 1
}

interface Read {
  value: string
  end: number
}

function readValue(text: string, from: number): Read {
  let value = ''
  let at = from
  while (at < text.length) {
    at = skip(text, at, /[ \t]/)
    const char = text.charAt(at)
    if (char === '' || /[\r\n]/.test(char)) break
    const part = char === '"' ? readDouble(text, at + 1) : char === "'" ? readSingle(text, at + 1) : readPlain(text, at)
    value += part.value
    at = part.end
    if (char !== '"' && char !== "'") break
  }
  return { value, end: at }
}

function readSingle(text: string, from: number): Read {
  const close = text.indexOf("'", from)
  const end = close < 0 ? text.length : close
  return { value: text.slice(from, end), end: end + 1 }
}

function readDouble(text: string, from: number): Read {
  let value = ''
  let at = from
  for (; at < text.length && text[at] !== '"'; at += 1) {
    const next = text.charAt(at + 1)
    if (text[at] !== '\\') value += text.charAt(at)
    else {
      if (/["\\`$]/.test(next)) value += next
      else if (!/[\r\n]/.test(next)) value += `\\${next}`
      at += 1
    }
  }
  return { value, end: at + 1 }
}

/** Quotes inside stay; spaces at the end do not. */
function readPlain(text: string, from: number): Read {
  let value = ''
  let kept = 0
  let at = from
  for (; at < text.length && !/[\r\n]/.test(text.charAt(at)); at += 1) {
    const escaped = text[at] === '\\'
    if (escaped) at += 1
    const char = text.charAt(at)
    if (escaped && /[\r\n]/.test(char)) continue
    value += char
    if (escaped || !/[ \t]/.test(char)) kept = value.length
  }
  return { value: value.slice(0, kept), end: at }
}
