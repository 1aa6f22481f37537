import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { EXIT, StopError } from '#finding/error.ts'
import { type OptionTable, takesValue } from './option-table.ts'

/** What of a process npm leaves its own settings in. */
export interface Started {
  args: readonly string[]
  environment: NodeJS.ProcessEnv
}

/**
 * Stops where npm took options of ours for its own: `npm run runbook x --dry-run` reaches us as
 * `runbook x`, with `npm_config_dry_run=true` in the environment (docs.npmjs.com, "config" and
 * "run-script"). `given` are the options that did reach us.
 */
export function refuseEaten(options: OptionTable, given: ReadonlySet<string>, started: Started): void {
  const eaten = Object.keys(options).filter((name) => !given.has(name) && wasEaten(name, options, started))
  if (eaten.length > 0) throw eatenByNpm(eaten, options, started)
}

/** npm sets these for every script it runs. */
const ALWAYS_SET =
  /^(user-agent|node-gyp|noproxy|userconfig|globalconfig|local-prefix|global-prefix|prefix|cache|npm-version|init-module)$/

function wasEaten(name: string, options: OptionTable, { environment }: Started): boolean {
  const settings = npmSettings(environment)
  return [...settings].some(([key]) => meant(key, options) === name) || isShorthand(name, settings)
}

/** The settings that can have come from the command line of the npm that runs us, itself or through another program. */
function npmSettings(environment: NodeJS.ProcessEnv): Map<string, string> {
  const { npm_config_npm_version: npm, npm_lifecycle_script: script } = environment
  if (!npm || !script?.includes('scripts/start.mjs')) return new Map()
  const direct = environment.npm_config_user_agent?.startsWith('npm/') ?? false
  const found = Object.entries(environment).flatMap(([name, value = '']): [string, string][] => {
    const key = /^npm_config_(.+)$/.exec(name)?.[1]?.replaceAll('_', '-') ?? ''
    return !key || ALWAYS_SET.test(key) || /^(|false|null)$/.test(value) ? [] : [[key, value]]
  })
  return new Map(found.filter(([key, value]) => isTyped(key, value, { direct, environment })))
}

/** Whether no file or variable of the person's accounts for a setting. `npx --yes pnpm …` means npx. */
function isTyped(
  key: string,
  value: string,
  { direct, environment }: { direct: boolean; environment: NodeJS.ProcessEnv },
): boolean {
  if (key === 'yes' && !direct) return false
  // Whoever has it in a file may have typed it too: then nothing must run for real.
  if (key === 'dry-run' && direct) return true
  if (environment[`NPM_CONFIG_${key.replaceAll('-', '_').toUpperCase()}`] === value) return false
  return !npmrcLines(environment).some((line) => line === `${key}=${value}`)
}

function npmrcLines(environment: NodeJS.ProcessEnv): string[] {
  const { npm_config_userconfig: user, npm_config_globalconfig: all, npm_config_local_prefix: project } = environment
  const files = [user, all, project && join(project, '.npmrc')].filter((file) => file !== undefined)
  return files.flatMap((file) =>
    readOrEmpty(file)
      .split('\n')
      .map((line) => line.replaceAll(/["'\s]/g, '')),
  )
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The option a setting is, or is a slip of. */
function meant(key: string, options: OptionTable): string | undefined {
  if (Object.hasOwn(options, key)) return key
  return Object.keys(options).find((name) => name.length > 5 && distance(key, name) <= 2)
}

/** Letters npm reads an unknown word by, when it has no others: `--plan` is `-p -l -a -n` to it. */
const LETTERS: Readonly<Record<string, string>> = {
  a: 'all',
  d: 'loglevel',
  f: 'force',
  g: 'global',
  l: 'long',
  n: '',
  p: 'parseable',
  s: 'loglevel',
  y: 'yes',
}

function isShorthand(name: string, settings: ReadonlyMap<string, string>): boolean {
  const read = [...name].map((letter) => LETTERS[letter])
  return name.length > 1 && read.every((setting) => setting === '' || (setting !== undefined && settings.has(setting)))
}

function eatenByNpm(eaten: readonly string[], options: OptionTable, started: Started): StopError {
  const flags = eaten.map((name) => `--${name}`).join(', ')
  const script = started.environment.npm_lifecycle_event
  const words = asTyped(eaten, options, started)
  const [npm, pnpm] = [`npm run ${script} -- ${words}`, `pnpm ${script} ${words}`]
  return new StopError(
    EXIT.usage,
    {
      es: `npm se ha quedado con ${flags}, y aquí no llega.`,
      en: `npm has taken ${flags} for itself, and it does not get here.`,
    },
    { hint: { es: `Escribe ${npm}, o bien ${pnpm}`, en: `Type ${npm}, or ${pnpm}` } },
  )
}

/** The command line as it was meant. A value npm kept may be a secret and is not shown; one it let through comes last. */
function asTyped(eaten: readonly string[], options: OptionTable, { args, environment }: Started): string {
  const settings = npmSettings(environment)
  const valued = eaten.filter((name) => options[name] && takesValue(options[name]))
  const parted = valued.filter((name) => (settings.get(name) ?? 'true') === 'true')
  const last = parted.length === 1 && args.length > 1 ? args.at(-1) : undefined
  const valueFor = (name: string) => (parted.includes(name) && last) || '…'
  const flags = eaten.map((name) => (valued.includes(name) ? `--${name} ${valueFor(name)}` : `--${name}`))
  return [...(last === undefined ? args : args.slice(0, -1)), ...flags].join(' ')
}
