import type { FixtureName } from '#fixture/open.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import { isSecret } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { Selection } from '#script/plan.ts'
import { type Option, type OptionTable, takesValue } from '../terminal/option-table.ts'
import { parseOptions, usageError, type Values } from '../terminal/options.ts'
import { parseReports, type ReportRequest } from '../terminal/reports.ts'
import { refuseDryRunOnly } from './dry-run-only.ts'
import { isRunName } from './live/run-store.ts'
import { RUNBOOK_OPTIONS } from './option-table.ts'

/** What an operator asked for, typed. */
export interface RunbookOptions {
  mode: 'plan' | 'dry-run' | 'live'
  fixture: FixtureName | undefined
  selection: Selection
  reports: readonly ReportRequest[]
  keep: boolean
  verbose: boolean
  yes: boolean
  yesDelete: boolean
  /** A page that was not rehearsed as it is now will do. */
  unverified: boolean
  /** The run to go on with: its name or the beginning of it, empty for the only unfinished one. */
  resume: string | undefined
  /** Where the steps of a live run start. */
  directory: string | undefined
  /** Values given to the parameters, by their name. */
  flags: Readonly<Record<string, string>>
  /** Values the run to go on with had, by their name. */
  journal?: Readonly<Record<string, string>>
  /** The run this one undoes. */
  undoes?: string
}

type Given = Values<typeof RUNBOOK_OPTIONS>

/**
 * The runbook id of a command line: its first word that is no option and no value of one. What a word after an option
 * of a runbook is cannot be told before its id is known: it is the id only where no other can be.
 */
export function runbookId(given: readonly string[], ids: readonly string[]): string | undefined {
  const args = joinResume(given)
  const words = args.flatMap((arg, index) =>
    arg.startsWith('-') || ownOption(args[index - 1])?.value ? [] : [{ arg, index }],
  )
  const alone = words.filter(({ index }) => !args[index - 1]?.startsWith('--') || ownOption(args[index - 1]))
  return (
    alone.find(({ arg }) => ids.includes(arg)) ??
    alone[0] ??
    words.find(({ arg }) => ids.includes(arg)) ??
    words[0]
  )?.arg
}

/** An option of ours that is typed alone, and whether the next word is its value. */
function ownOption(arg: string | undefined): { value: boolean } | undefined {
  const own = Object.entries(RUNBOOK_OPTIONS).find(([name]) => arg === `--${name}`)
  return own && { value: takesValue(own[1]) && !isOptional(own[1]) }
}

const isOptional = (option: Option) => option.optional === true

/** `--resume RUN` as `--resume=RUN`: the name of a run cannot be that of anything else. */
function joinResume(args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg === '--resume' && isRunName(args[index + 1] ?? '')) return [`--resume=${args[index + 1]}`]
    return args[index - 1] === '--resume' && isRunName(arg) ? [] : [arg]
  })
}

/** Parses the options of one runbook: ours, and one flag for each of its parameters. */
export function parseRunbookOptions(args: readonly string[], script: RunbookScript): RunbookOptions {
  const parsed = parseOptions(joinResume(args), { ...parameterOptions(script), ...RUNBOOK_OPTIONS } as OptionTable)
  const given = parsed.values as Given
  const options = {
    ...modes(given),
    selection: { ...selection(given), procedure: procedureOf(parsed.positionals) },
    flags: parameterFlags(script, parsed.values),
  }
  if (options.mode === 'live') refuseDryRunOnly(script, given)
  return options
}

/** The name of the option of a parameter. */
const optionOf = (name: string) => flagOf(name).slice(2)

function parameterOptions({ parameters }: RunbookScript): OptionTable {
  const optionFor = ({ label, type }: RunbookScript['parameters'][string]): Option => ({
    value: { es: type, en: type },
    words: label,
  })
  return Object.fromEntries(Object.entries(parameters).map(([name, one]) => [optionOf(name), optionFor(one)]))
}

function modes(given: Given): Omit<RunbookOptions, 'selection' | 'flags'> {
  if (given.plan && given['dry-run']) {
    throw usageError({ es: '--plan y --dry-run no van juntas.', en: '--plan and --dry-run do not go together.' })
  }
  const { fixture, report, keep, verbose, yes, unverified, resume, directory } = given
  const yesDelete = given['yes-delete']
  const mode = given.plan ? 'plan' : given['dry-run'] ? 'dry-run' : 'live'
  return { mode, fixture, reports: parseReports(report), keep, verbose, yes, yesDelete, unverified, resume, directory }
}

function selection({ from, until, only: lists }: Given): Selection {
  const only = lists.flatMap((ids) => ids.split(','))
  if (only.length > 0 && (from || until)) {
    throw usageError({ es: '--only no va con --from ni --until.', en: '--only does not go with --from or --until.' })
  }
  return { from, until, ...(only.length > 0 && { only }) }
}

/** A secret on a command line ends in histories and process lists. */
function parameterFlags(script: RunbookScript, values: Values<OptionTable>): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, parameter] of Object.entries(script.parameters)) {
    const value: unknown = values[optionOf(name)]
    if (typeof value !== 'string') continue
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
