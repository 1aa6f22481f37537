import type { FixtureName } from '#fixture/open.ts'
import { COMMON, FIXTURE, type OptionTable, REPORT } from '../terminal/option-table.ts'
import { type ParsedOptions, usageError } from '../terminal/options.ts'
import { parseReports, type ReportRequest } from '../terminal/reports.ts'
import { parseShard, type ShardNumber } from './shard.ts'

/** What `pnpm verify` was asked for. */
export interface VerifyOptions {
  ids: readonly string[]
  fixture: FixtureName | undefined
  /** Only what can be found without running. */
  static: boolean
  /** Static results after every save, until interrupted. */
  watch: boolean
  /** Fix what has one certain correction first. */
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
}

/** Options of `pnpm verify`. */
export const VERIFY_OPTIONS = {
  static: { words: { es: 'solo lo que se sabe sin ejecutar', en: 'only what can be found without running' } },
  watch: {
    words: {
      es: 'lo mismo tras cada guardado, hasta Ctrl-C; no ejecuta nada',
      en: 'the same after every save, until Ctrl-C; runs nothing',
    },
  },
  fix: {
    words: {
      es: 'antes corrige en el disco lo que tiene una única corrección y dice qué cambió; luego comprueba como siempre',
      en: 'first fixes on disk what has one certain correction, and says what it changed; then verifies as usual',
    },
  },
  fixture: FIXTURE,
  changed: {
    value: { es: 'REF', en: 'REF' },
    optional: true,
    words: {
      es: 'solo los runbooks que afecta lo cambiado desde que esta rama dejó REF (origin/HEAD, main): su página, su script, su mundo de partida o las herramientas',
      en: 'only runbooks concerned by what changed since this branch left REF (origin/HEAD, main): their page, script, seed world, or the tools themselves',
    },
  },
  shard: {
    value: { es: 'i/n', en: 'i/n' },
    words: {
      es: 'la parte i de n; luego júntalas con «pnpm verify merge»',
      en: 'part i of n; then join them with `pnpm verify merge`',
    },
  },
  'no-cache': { words: { es: 'repite todo', en: 'repeat everything' } },
  'min-executed': {
    value: { es: 'N', en: 'N' },
    words: {
      es: 'falla (1) si en algún runbook se ejecutó menos del N % de sus bloques bash',
      en: 'fail (1) if less than N % of the bash blocks of any runbook were executed',
    },
  },
  variations: {
    value: { es: 'N', en: 'N' },
    words: {
      es: 'además, cada procedimiento N veces con otros valores y en otros mundos, en el entorno integrado si no se pide --fixture',
      en: 'besides, each procedure N times with other values and in other worlds, in the embedded fixture unless --fixture is given',
    },
  },
  'variation-seed': {
    value: { es: 'S', en: 'S' },
    words: { es: 'repite las variaciones de otra vez', en: 'repeats the variations of another time' },
  },
  report: REPORT,
  ...COMMON,
} as const satisfies OptionTable

/** What the options of a command line come to. Stops for those that do not go together. */
export function verifyOptions({ values, positionals }: ParsedOptions<typeof VERIFY_OPTIONS>): VerifyOptions {
  const options: VerifyOptions = {
    ids: positionals,
    fixture: values.fixture,
    static: values.static,
    watch: values.watch,
    fix: values.fix,
    changed: values.changed,
    shard: values.shard === undefined ? undefined : parseShard(values.shard),
    fresh: values['no-cache'],
    minExecuted: percent(values['min-executed']),
    variations: wholeNumber('--variations', values.variations, { min: 1, max: 10_000 }),
    variationSeed: wholeNumber('--variation-seed', values['variation-seed'], { min: 0, max: 2 ** 31 - 1 }),
    reports: parseReports(values.report),
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
