import type { RunbookScript } from '#schema/script.ts'
import { usageError } from '../terminal/options.ts'

/** Stops a live run with an option that only a dry run has: whoever gives it does not mean to change anything for real. */
export function refuseDryRunOnly({ id }: RunbookScript, given: Readonly<Record<string, string | boolean | undefined>>) {
  const flags = Object.entries(given).flatMap(([name, value]) =>
    value ? [value === true ? `--${name}` : `--${name} ${value}`] : [],
  )
  const [flag] = flags
  if (flag === undefined) return
  const rehearsal = `pnpm runbook ${id} --dry-run ${flags.join(' ')}`
  throw usageError(
    {
      es: `${flag} es de un ensayo, y sin --dry-run esto se ejecutaría de verdad.`,
      en: `${flag} is for a dry run, and without --dry-run this would run for real.`,
    },
    {
      es: `Para ensayarlo: ${rehearsal}. Para ejecutarlo de verdad: pnpm runbook ${id}`,
      en: `To rehearse it: ${rehearsal}. To run it for real: pnpm runbook ${id}`,
    },
  )
}
