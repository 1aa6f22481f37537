import type { PastRun } from '#run/journal/past-run.ts'
import type { Localized } from '#schema/locale.ts'
import { usageError } from '../../terminal/options.ts'
import type { RunbookOptions } from '../options.ts'
import type { Target } from './target-of.ts'

/** What is not as it was in a run: its name, what it was, what it would be. */
export interface Difference {
  name: string
  before: string
  after: string
}

/**
 * The options a run goes on with: those it had. Stops, showing the difference, where the command line or the
 * environment ask for other inputs, other steps or another directory.
 */
export function asRecorded(
  options: RunbookOptions,
  { identity }: PastRun,
  environment: Readonly<Record<string, string | undefined>>,
): RunbookOptions {
  const { inputs, selection, procedure, directory } = identity
  const given = (name: string) => options.flags[name] ?? environment[name]
  refuseDifferences(identity.run, identity.runbook, [
    ...Object.entries(inputs).flatMap(([name, value]) => differs(name, value, given(name))),
    ...(['from', 'until', 'only'] as const).flatMap((name) =>
      differs(`--${name}`, shown(selection[name]), options.selection[name] && shown(options.selection[name])),
    ),
    ...differs('--directory', directory, options.directory),
  ])
  return { ...options, selection: { ...selection, procedure }, directory, journal: inputs }
}

/** What differs between the targets of a run, then and now. */
export function targetDifferences(before: Target, after: Target): Difference[] {
  const kinds = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...kinds].flatMap((kind) => differs(kind, before[kind] ?? '∅', after[kind] ?? '∅'))
}

/** Stops where anything differs, with all of it. */
export function refuseDifferences(run: string, runbook: string, differences: readonly Difference[]): void {
  if (differences.length === 0) return
  const lines = differences.map(({ name, before, after }) => `  ${name}: ${before} → ${after}`).join('\n')
  const text: Localized = {
    es: `La ejecución ${run} no es la que pides:\n${lines}`,
    en: `The run ${run} is not what you ask for:\n${lines}`,
  }
  throw usageError(text, {
    es: `Continúala con lo que tenía: pnpm runbook ${runbook} --resume ${run}. O empieza otra, sin --resume.`,
    en: `Go on with what it had: pnpm runbook ${runbook} --resume ${run}. Or start another, without --resume.`,
  })
}

/** Asked for, and another: what nobody asks for is as it was. */
const differs = (name: string, before: string, after: string | undefined): Difference[] =>
  after === undefined || after === before ? [] : [{ name, before, after }]

const shown = (value: string | readonly string[] | undefined): string =>
  value === undefined ? '∅' : typeof value === 'string' ? value : value.join(',')
