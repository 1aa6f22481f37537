import type { Effect } from '#schema/effect.ts'
import type { Files } from './files.ts'
import type { Output } from './output.ts'
import type { World } from './world.ts'

export type { Files, Output }

/** One call of an emulated command. */
export interface EmulatedCall {
  args: readonly string[]
  /** Exported variables only, as a real process would get them. */
  env: Readonly<Record<string, string>>
  cwd: string
  stdin: string
  files: Files
  world: World
  signal: AbortSignal
  /** Records what the call did to the world. */
  effect(effect: Effect): void
  /** Runs another command of the emulated machine through its shell (for make, sudo and their like), with these variables exported. */
  shell(text: string, options: { cwd: string; env: Record<string, string>; stdin?: string }): Promise<Output>
}

/** An emulated command: same arguments, messages and exit statuses as the real one. Throws NotModelled for what it cannot do, Blocked for what would never return. */
export type Emulator = (call: EmulatedCall) => Promise<Output>

/** The emulator does not know how the real tool would behave here; the step is not checkable. */
export class NotModelled extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'NotModelled'
  }
}

/** The real command would run until stopped (a server in the foreground, `logs -f`). Carries what it printed until then. */
export class Blocked extends Error {
  readonly output: Output
  constructor(what: string, output: Partial<Output> = {}) {
    super(what)
    this.name = 'Blocked'
    this.output = { stdout: '', stderr: '', exitCode: 0, ...output }
  }
}

export const succeed = (stdout = '', stderr = ''): Output => ({ stdout, stderr, exitCode: 0 })
export const fail = (stderr: string, exitCode = 1): Output => ({ stdout: '', stderr, exitCode })
