import type { Files } from './files.ts'
import type { Output } from './output.ts'

/** Another machine of the world, as the one that reaches it over SSH sees it. */
export interface RemoteMachine {
  name: string
  /** Names it is reached by. */
  hosts: readonly string[]
  /** Whom the key lets in. */
  user: string
  home: string
  files: Files
  /** Runs a command line in a login of the user's: a fresh shell in its home. */
  run(line: string, options: { stdin: string; signal: AbortSignal }): Promise<Output>
}
