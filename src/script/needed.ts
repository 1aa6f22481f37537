import type { Parameter } from '#schema/parameter.ts'
import type { RunbookScript } from '#schema/script.ts'
import { planRun, type Selection } from './plan.ts'

/**
 * The parameters a live run must have: all but those that only unselected steps read.
 * One that no step reads by name is always needed, one that a file names when that file is.
 */
export function neededParameters(script: RunbookScript, selection: Selection): Readonly<Record<string, Parameter>> {
  const plan = planRun({ script, inputs: {}, shell: 'host', live: true, selection })
  if ('unknown' in plan) return script.parameters
  const steps = plan.items.filter((item) => item.kind === 'step')
  const files = plan.items.flatMap((item) => (item.kind === 'file' ? [item.text] : []))
  const isNeeded = (name: string) => {
    const readers = steps.filter(({ uses }) => uses?.includes(name))
    return readers.length === 0 || readers.some(({ skip }) => !skip) || files.some((text) => text.includes(name))
  }
  return Object.fromEntries(Object.entries(script.parameters).filter(([name]) => isNeeded(name)))
}
