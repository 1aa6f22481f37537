import type { Output } from '../output.ts'
import type { ServerFiles } from './files.ts'
import { createFirewall, type Firewall } from './firewall/firewall.ts'
import { Owners } from './owners.ts'
import type { Session } from './session.ts'
import { createUnits, type Units } from './systemd/unit-state.ts'

/** What an SSH server allows: the first value of each key, in small letters, that its files give. */
export type SshdSettings = ReadonlyMap<string, string>

/** How a program of a server is run. */
export interface RunOptions extends Session {
  cwd: string
  env: Readonly<Record<string, string>>
}

/** How a program ended that the manager of services started, or that it goes on running. */
export interface RunResult extends Output {
  isRunning: boolean
}

/** What a Linux server holds. Pristine for every run. */
export interface Server {
  files: ServerFiles
  owners: Owners
  /** Debian packages that are installed. */
  packages: Set<string>
  units: Units
  firewall: Firewall
  /** What the SSH server that runs allows; undefined while none does. */
  sshd: SshdSettings | undefined
  /** Runs a line of shell as somebody. One that would never return is left running. */
  run(line: string, options: RunOptions): Promise<RunResult>
  /** While such a line runs: whether it has come to what never returns. */
  held: { isRunning: boolean } | undefined
}

/** A server on which nothing is installed but Debian itself. Its files are there once the machine is. */
export const createServer = (now: number): Server => ({
  files: NOT_YET as ServerFiles,
  owners: new Owners(),
  packages: new Set(),
  units: createUnits(now),
  firewall: createFirewall(),
  sshd: undefined,
  run: () => Promise.reject(new Error('the machine is not up')),
  held: undefined,
})

const NOT_YET: unknown = undefined
