import { type DotenvReader, linesOf, type Setting, type TextLine } from './line.ts'

/**
 * `docker run --env-file` (docker/cli, opts.ParseEnvFile): a value is all that follows the
 * first `=`, quotes, `$` and trailing spaces included; `#` starts a comment only at the
 * start of a line; a name alone takes the caller's value; spaces in a name are refused.
 */
export const readAsDocker: DotenvReader = (text) => linesOf(text.replace(/^\uFEFF/, '')).flatMap(settingOf)

function settingOf({ text, start }: TextLine): Setting[] {
  const line = text.trimStart()
  if (line === '' || line.startsWith('#')) return []
  const equals = line.indexOf('=')
  const name = equals < 0 ? line.trim() : line.slice(0, equals)
  const setting = { name, start: start + text.length - line.length, end: start + text.length }
  if (name === '' || /\s/.test(name)) return [{ ...setting, value: undefined, problem: NAME }]
  return [{ ...setting, value: equals < 0 ? undefined : line.slice(equals + 1) }]
}

const NAME = { es: 'el nombre lleva espacios o falta', en: 'the name holds spaces or is missing' }
