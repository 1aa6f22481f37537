import type { PlannedStep } from '#schema/plan.ts'
import type { Dollar } from '#schema/script.ts'

/** The text a step would give bash, read off its function without running it. */
export function stepText(step: PlannedStep): string {
  let text = ''
  const read: Dollar = (pieces) => {
    text = pieces.join('')
    return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', end: 'exited', effects: [] })
  }
  void step.run(read)
  return text
}
