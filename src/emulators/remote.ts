import type { Files } from './files.ts'
import type { Output } from './output.ts'
import type { Account } from './server/accounts/accounts.ts'

/** Somebody who is logged in to a machine. */
export interface Login {
  account: Account
  groups: readonly string[]
}

/** Another machine of the world, as the one that reaches it over SSH sees it. */
export interface RemoteMachine {
  name: string
  /** Names it is reached by. */
  hosts: readonly string[]
  /** Its files, as whoever logged in last may use them. */
  files: Files
  /** Logs a user in with the laptop's key, or tells why ssh cannot. */
  login(user: string): Promise<Login | 'refused' | 'timeout' | 'denied'>
  /** Runs a command line in a login: a fresh shell in its home. */
  run(line: string, options: { stdin: string; signal: AbortSignal; login: Login }): Promise<Output>
}
