import { type ParsedOptions, parseOptions, usageError } from '../terminal/options.ts'
import { parseReports, type ReportRequest } from '../terminal/reports.ts'
import { parseShard, type ShardNumber } from './shard.ts'

/** What `pnpm verify` was asked for. */
export interface VerifyOptions {
  ids: readonly string[]
  fixture: string | undefined
  /** Only what can be told without running. */
  static: boolean
  /** Static results after every save, until interrupted. */
  watch: boolean
  /** Fix what is mechanical first. */
  fix: boolean
  /** Only runbooks concerned by what changed since this commit; empty for the usual one. */
  changed: string | undefined
  shard: ShardNumber | undefined
  /** Run everything, whatever earlier verifications found. */
  fresh: boolean
  /** Least share of executed blocks of each runbook, in percent. */
  minExecuted: number | undefined
  /** How many variations of each procedure to run besides, and of which seed. */
  variations: number | undefined
  variationSeed: number | undefined
  reports: readonly ReportRequest[]
  help: boolean
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  fixture: { type: 'string' },
  static: { type: 'boolean' },
  watch: { type: 'boolean' },
  fix: { type: 'boolean' },
  changed: { type: 'string' },
  shard: { type: 'string' },
  'no-cache': { type: 'boolean' },
  'min-executed': { type: 'string' },
  variations: { type: 'string' },
  'variation-seed': { type: 'string' },
  report: { type: 'string', multiple: true },
  lang: { type: 'string' },
} as const

export function parseVerifyOptions(args: readonly string[]): VerifyOptions {
  // Its value is optional, and no other option's is.
  const { values, positionals } = parseOptions(
    args.map((arg) => (arg === '--changed' ? '--changed=' : arg)),
    OPTIONS,
  )
  const options: VerifyOptions = {
    ids: positionals,
    fixture: text(values.fixture),
    static: values.static === true,
    watch: values.watch === true,
    fix: values.fix === true,
    changed: text(values.changed),
    shard: typeof values.shard === 'string' ? parseShard(values.shard) : undefined,
    fresh: values['no-cache'] === true,
    minExecuted: percent(text(values['min-executed'])),
    variations: wholeNumber('--variations', text(values.variations), { min: 1, max: 10_000 }),
    variationSeed: wholeNumber('--variation-seed', text(values['variation-seed']), { min: 0, max: 2 ** 31 - 1 }),
    reports: parseReports(reportValues(values.report)),
    help: values.help === true,
  }
  refuseContradictions(options)
  return options
}

/** What runs nothing cannot ask for what was run. */
function refuseContradictions(options: VerifyOptions): void {
  const { static: only, watch, fix, minExecuted, variations, shard, changed, ids } = options
  const still = only ? '--static' : watch ? '--watch' : undefined
  const ofRuns = { '--min-executed': minExecuted, '--variations': variations, '--shard': shard }
  const asked = Object.entries(ofRuns).find(([, value]) => value !== undefined)?.[0]
  if (still && asked) throw together(still, asked)
  refuseLoneSeed(options)
  if (changed !== undefined && ids.length > 0) throw together('--changed', ids[0] ?? '')
  if (watch && changed !== undefined) throw together('--watch', '--changed')
  // An editor has the file open; each machine of a matrix would fix its own copy.
  if (fix && watch) throw together('--fix', '--watch')
  if (fix && shard) throw together('--fix', '--shard')
}

const together = (a: string, b: string) =>
  usageError({ es: `${a} y ${b} no van juntas.`, en: `${a} and ${b} do not go together.` })

/** A seed is of variations, and those of all shards are of one. */
function refuseLoneSeed({ variations, variationSeed, shard }: VerifyOptions): void {
  if (variations === undefined && variationSeed !== undefined)
    throw usageError({
      es: '--variation-seed es la semilla de --variations: di cuántas.',
      en: '--variation-seed is the seed of --variations: say how many.',
    })
  if (variations !== undefined && variationSeed === undefined && shard)
    throw usageError({
      es: 'Con --shard, las variaciones de todas las partes llevan la misma semilla: añade --variation-seed.',
      en: 'With --shard, the variations of all parts have the same seed: add --variation-seed.',
    })
}

function wholeNumber(
  option: string,
  value: string | undefined,
  { min, max }: { min: number; max: number },
): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
  if (number >= min && number <= max) return number
  throw usageError({
    es: `${option} lleva un número entero de ${min} a ${max}; «${value}» no lo es.`,
    en: `${option} takes a whole number from ${min} to ${max}; "${value}" is not one.`,
  })
}

function percent(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d{1,3}(\.\d+)?%?$/.test(value) ? Number.parseFloat(value) : Number.NaN
  if (number >= 0 && number <= 100) return number
  throw usageError(
    { es: `«${value}» no es un porcentaje.`, en: `"${value}" is not a percentage.` },
    { es: 'Escribe un número de 0 a 100: --min-executed 80', en: 'Write a number from 0 to 100: --min-executed 80' },
  )
}

const text = (value: ParsedOptions['values'][string]) => (typeof value === 'string' ? value : undefined)
const reportValues = (value: ParsedOptions['values'][string]) =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
