import { affectedIds, changedFiles } from '#knowledge/changed.ts'
import { evidenceRuns } from '#knowledge/evidence/file.ts'
import { nearest } from '#knowledge/nearest.ts'
import type { Outline } from '#knowledge/outline.ts'
import type { StaticResult } from '#knowledge/pipeline/cached.ts'
import type { Shard } from '#schema/report.ts'
import { usageError } from '../terminal/options.ts'
import { note, type Terminal } from '../terminal/terminal.ts'
import type { VerifyOptions } from './options.ts'
import { shardIds, weightsOf } from './shard.ts'

/** What a verification is of. */
export interface Chosen {
  /** Runbooks to run. */
  ids: readonly string[]
  /** Runbooks whose findings count. */
  concerned: ReadonlySet<string>
  shard?: Shard
}

/** What to run: the ids asked for or all there are, of those what changed, of those one part. */
export function chooseRunbooks(
  options: VerifyOptions,
  { outlines, checkout }: StaticResult,
  terminal: Terminal,
): Chosen {
  const asked = askedIds(options, outlines)
  const all = options.changed === undefined ? asked : changedIds(options.changed, asked, outlines, terminal)
  const concerned = new Set(asked)
  const { shard } = options
  if (!shard) return { ids: all, concerned }
  const ids = shardIds(weightsOf(all, { runs: evidenceRuns(), outlines }), shard)
  return { ids, concerned, shard: { ...shard, ids, all: [...all].sort(), checkout } }
}

function changedIds(ref: string, asked: readonly string[], outlines: readonly Outline[], terminal: Terminal): string[] {
  const affected = affectedIds(changedFiles(ref), outlines)
  const ids = asked.filter((id) => affected.has(id))
  note(CHANGED[terminal.locale](ids, asked.length), terminal)
  return ids
}

/** The ids asked for, or all there are. Stops for one nobody has. */
function askedIds({ ids }: VerifyOptions, outlines: readonly Outline[]): string[] {
  const known = knownIds(outlines)
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown === undefined) return ids.length === 0 ? known : [...new Set(ids)]
  const meant = nearest(unknown, known)
  throw usageError(
    { es: `No hay ningún runbook «${unknown}».`, en: `There is no runbook "${unknown}".` },
    meant
      ? { es: `¿Querías decir «${meant}»?`, en: `Did you mean "${meant}"?` }
      : { es: `Los que hay: ${known.join(', ')}`, en: `Those there are: ${known.join(', ')}` },
  )
}

/** Every runbook. */
export const knownIds = (outlines: readonly Outline[]) =>
  outlines.flatMap(({ runbook, locale }) => (runbook && locale === 'es' ? [runbook.id] : []))

const CHANGED = {
  es: (ids: readonly string[], all: number) => `Cambios: ${ids.length} de ${all} runbooks. ${ids.join(', ')}`.trim(),
  en: (ids: readonly string[], all: number) => `Changed: ${ids.length} of ${all} runbooks. ${ids.join(', ')}`.trim(),
}
