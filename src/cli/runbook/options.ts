import { flagOf } from '#schema/flag.ts'
import { isSecret } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { Selection } from '#script/plan.ts'
import { type ParsedOptions, parseOptions, usageError } from '../terminal/options.ts'
import { parseReports, type ReportRequest } from '../terminal/reports.ts'
import { refuseDryRunOnly } from './dry-run-only.ts'

/** Options of `pnpm runbook` that do not depend on the runbook. */
export const RUNBOOK_OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  plan: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  fixture: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  only: { type: 'string', multiple: true },
  report: { type: 'string', multiple: true },
  lang: { type: 'string' },
  keep: { type: 'boolean' },
  verbose: { type: 'boolean', short: 'v' },
  yes: { type: 'boolean' },
  resume: { type: 'boolean' },
  directory: { type: 'string' },
} as const

/** What an operator asked for, typed. */
export interface RunbookOptions {
  mode: 'plan' | 'dry-run' | 'live'
  fixture: string | undefined
  selection: Selection
  reports: readonly ReportRequest[]
  keep: boolean
  verbose: boolean
  yes: boolean
  resume: boolean
  /** Where the steps of a live run start. */
  directory: string | undefined
  /** Values given to the parameters, by their name. */
  flags: Readonly<Record<string, string>>
}

/** The runbook id of a command line: its first word that is no option and no value of one. */
export function runbookId(args: readonly string[]): string | undefined {
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (!arg.startsWith('-')) return arg
    if (takesValue(arg)) index += 1
  }
  return undefined
}

const takesValue = (arg: string) =>
  Object.entries(RUNBOOK_OPTIONS).some(([name, { type }]) => arg === `--${name}` && type === 'string')

/** Parses the options of one runbook: ours, and one flag for each of its parameters. */
export function parseRunbookOptions(args: readonly string[], script: RunbookScript): RunbookOptions {
  const names = Object.keys(script.parameters)
  const flags = Object.fromEntries(names.map((name) => [flagOf(name).slice(2), { type: 'string' as const }]))
  const parsed = parseOptions(args, { ...flags, ...RUNBOOK_OPTIONS })
  const procedure = procedureOf(parsed.positionals)
  const chosen = { ...selection(parsed), procedure }
  const options = { ...modes(parsed), selection: chosen, flags: parameterFlags(script, parsed) }
  if (options.mode === 'live') refuseDryRunOnly(script, { fixture: options.fixture, keep: options.keep })
  return options
}

function modes({ values }: ParsedOptions): Omit<RunbookOptions, 'selection' | 'flags'> {
  if (values.plan && values['dry-run']) {
    throw usageError({ es: '--plan y --dry-run no van juntas.', en: '--plan and --dry-run do not go together.' })
  }
  return {
    mode: values.plan ? 'plan' : values['dry-run'] ? 'dry-run' : 'live',
    fixture: text(values.fixture),
    reports: parseReports(texts(values.report)),
    keep: values.keep === true,
    verbose: values.verbose === true,
    yes: values.yes === true,
    resume: values.resume === true,
    directory: text(values.directory),
  }
}

function selection({ values }: ParsedOptions): Selection {
  const only = texts(values.only).flatMap((ids) => ids.split(','))
  if (only.length > 0 && (values.from || values.until)) {
    throw usageError({ es: '--only no va con --from ni --until.', en: '--only does not go with --from or --until.' })
  }
  return { from: text(values.from), until: text(values.until), ...(only.length > 0 && { only }) }
}

/** A secret on a command line ends in histories and process lists. */
function parameterFlags(script: RunbookScript, { values }: ParsedOptions): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, parameter] of Object.entries(script.parameters)) {
    const value = text(values[flagOf(name).slice(2)])
    if (value === undefined) continue
    if (isSecret(parameter)) throw secretInArguments(name)
    given[name] = value
  }
  return given
}

function secretInArguments(name: string) {
  return usageError(
    {
      es: `${flagOf(name)} es un secreto: en la línea de comandos quedaría a la vista.`,
      en: `${flagOf(name)} is a secret: on the command line everyone could see it.`,
    },
    {
      es: `Déjalo en la variable de entorno ${name}, o espera a que se te pregunte. Un ensayo usa su ejemplo.`,
      en: `Put it in the environment variable ${name}, or wait to be asked. A dry run uses its example.`,
    },
  )
}

/** The word after the id. */
function procedureOf([, procedure, extra]: readonly string[]): string | undefined {
  if (extra !== undefined) throw usageError({ es: `Sobra «${extra}».`, en: `"${extra}" is one argument too many.` })
  return procedure
}

const text = (value: ParsedOptions['values'][string]) => (typeof value === 'string' ? value : undefined)
const texts = (value: ParsedOptions['values'][string]) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
