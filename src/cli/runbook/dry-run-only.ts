import type { RunbookScript } from '#schema/script.ts'
import type { Option } from '../terminal/option-table.ts'
import { usageError, type Values } from '../terminal/options.ts'
import { RUNBOOK_OPTIONS } from './option-table.ts'

/** Stops a live run with an option that only a dry run has: whoever gives it does not mean to change anything for real. */
export function refuseDryRunOnly({ id }: RunbookScript, given: Values<typeof RUNBOOK_OPTIONS>) {
  const flags = Object.entries(RUNBOOK_OPTIONS).flatMap(([name, option]) =>
    isForLive(option) ? [] : typed(name, given[name as keyof typeof given]),
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

const isForLive = ({ runs }: Option) => runs === undefined || runs.includes('live')

/** An option as it was typed; nothing where it was not. */
function typed(name: string, value: string | boolean | readonly string[] | undefined): string[] {
  if (value === undefined || value === false) return []
  return [value === true ? `--${name}` : `--${name} ${value}`]
}
