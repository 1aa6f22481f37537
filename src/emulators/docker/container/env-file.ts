import { readAsDocker } from '#formats/dotenv/docker.ts'
import { joinPath } from '../../images/image-files.ts'
import type { EmulatedCall } from '../../model.ts'
import { Refused } from '../invocation.ts'

/** Variables of `docker run --env-file`; a bare name takes the caller's value. Refused as the docker CLI does. */
export async function readEnvFile(call: EmulatedCall, file: string): Promise<Record<string, string>> {
  const path = joinPath(call.cwd, file)
  if (!(await call.files.exists(path))) throw new Refused(`open ${file}: no such file or directory`, 125)
  const text = await call.files.read(path)
  const env: Record<string, string> = {}
  for (const { name, value, problem, start, end } of readAsDocker(text)) {
    if (name === '')
      throw new Refused(`invalid env file (${file}): no variable name on line '${text.slice(start, end)}'`, 125)
    if (problem) throw new Refused(`invalid env file (${file}): variable '${name}' contains whitespaces`, 125)
    const given = value ?? call.env[name]
    if (given !== undefined) env[name] = given
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
