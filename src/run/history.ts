import { createHash } from 'node:crypto'
import type { Plan } from '#schema/plan.ts'
import type { ShellRequest, ShellStart } from '#schema/shell.ts'

/** All that a step of a run can come to depend on besides the world it starts in: inputs, files written, texts run. */
export interface History {
  began(start: ShellStart): void
  wrote(path: string, text: string): void
  ran(request: Pick<ShellRequest, 'text' | 'mayFail' | 'background'>): void
  /** SHA-256 (hex) of it so far. */
  hash(): string
}

/** The history of a run, before its first step. */
export function createHistory({ script, shell, inputs }: Pick<Plan, 'script' | 'shell' | 'inputs'>): History {
  const hash = createHash('sha256')
  const add = (...parts: unknown[]) => hash.update(`${JSON.stringify(parts)}\n`)
  const values = Object.entries(inputs).map(([name, { value }]) => [name, value])
  add(script.system, script.id, shell, values)
  return {
    began: ({ procedure, situation, inputs: own }) => add('procedure', procedure, situation, Object.entries(own)),
    wrote: (path, text) => add('file', path, text),
    ran: ({ text, mayFail, background }) => add('step', text, mayFail, background?.ready),
    hash: () => hash.copy().digest('hex'),
  }
}
