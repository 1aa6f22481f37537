import { readAsSystemd } from '#formats/dotenv/systemd.ts'
import type { ServerFiles } from '../files.ts'
import { settingOf, type UnitFile, valuesOf } from './unit-file.ts'

/** What a process of a service starts with. */
export interface ProcessSettings {
  user: string
  group: string | undefined
  directory: string
  env: Readonly<Record<string, string>>
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin'

/** Reads user, directory and variables of a service, or gives the path of an `EnvironmentFile=` that is not there. */
export async function settingsOf(files: ServerFiles, unit: UnitFile): Promise<ProcessSettings | { missing: string }> {
  const user = settingOf(unit, 'Service', 'User') ?? 'root'
  const variables: Record<string, string> = { LANG: 'C.UTF-8', PATH, ...ownerVariables(user) }
  for (const value of valuesOf(unit, 'Service', 'Environment')) Object.assign(variables, assignments(value))
  for (const value of valuesOf(unit, 'Service', 'EnvironmentFile')) {
    const path = value.replace(/^-/, '')
    if (await files.exists(path)) Object.assign(variables, await fileVariables(files, path))
    else if (!value.startsWith('-')) return { missing: path }
  }
  return {
    user,
    group: settingOf(unit, 'Service', 'Group'),
    directory: settingOf(unit, 'Service', 'WorkingDirectory') ?? '/',
    env: variables,
  }
}

const ownerVariables = (user: string): Record<string, string> =>
  user === 'root' ? {} : { USER: user, LOGNAME: user, SHELL: '/bin/sh' }

async function fileVariables(files: ServerFiles, path: string): Promise<Record<string, string>> {
  const settings = readAsSystemd(await files.read(path))
  return Object.fromEntries(settings.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])))
}

/** `Environment="A=b c" D=e`. */
function assignments(text: string): Record<string, string> {
  const words = text.match(/"(?:\\.|[^"\\])*"|'[^']*'|\S+/g) ?? []
  const pairs = words.map((word) => word.replace(/^(["'])(.*)\1$/s, '$2').split(/=(.*)/s))
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value !== undefined ? [[name, value]] : [])))
}
