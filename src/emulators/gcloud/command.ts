import type { GcloudInvocation } from './invocation.ts'
import type { Reply } from './output.ts'

/** A modelled command: the flags it honours, and what it does. */
export interface CloudCommand {
  flags: readonly string[]
  run(invocation: GcloudInvocation): Reply | Promise<Reply>
}

/** Modelled commands by path, `run deploy`. */
export type CloudCommands = Readonly<Record<string, CloudCommand>>
