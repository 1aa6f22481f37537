import { joinPath } from '../images/image-files.ts'
import type { Call } from '../model.ts'
import { Refused } from './invocation.ts'

/**
 * `docker run --env-file` (docker/cli opts.ParseEnvFile): values are literal, quotes
 * included; `#` starts a comment only at the start of a line; a bare name takes the
 * caller's value; a name with spaces (`export A=b`) is refused.
 */
export async function readEnvFile(call: Call, file: string): Promise<Record<string, string>> {
  const path = joinPath(call.cwd, file)
  if (!(await call.files.exists(path))) throw new Refused(`open ${file}: no such file or directory`, 125)
  const env: Record<string, string> = {}
  for (const line of (await call.files.read(path)).split(/\r?\n/)) {
    const text = line.trimStart()
    if (text === '' || text.startsWith('#')) continue
    const equals = text.indexOf('=')
    const name = equals < 0 ? text.trim() : text.slice(0, equals)
    if (name === '') throw new Refused(`invalid env file (${file}): no variable name on line '${text}'`, 125)
    if (/\s/.test(name)) throw new Refused(`invalid env file (${file}): variable '${name}' contains whitespaces`, 125)
    const value = equals < 0 ? call.env[name] : text.slice(equals + 1)
    if (value !== undefined) env[name] = value
  }
  return env
}

/** Variables of `-e NAME=value` and `-e NAME`. */
export function envFlags(values: readonly string[], env: Readonly<Record<string, string>>): Record<string, string> {
  const entries = values.flatMap((pair): [string, string][] => {
    const equals = pair.indexOf('=')
    if (equals === 0) throw new Refused(`invalid environment variable: ${pair}`, 125)
    if (equals > 0) return [[pair.slice(0, equals), pair.slice(equals + 1)]]
    return env[pair] === undefined ? [] : [[pair, env[pair]]]
  })
  return Object.fromEntries(entries)
}
