import type { EmulatedCall } from '../model.ts'

/** Who a command runs as. */
export interface Session {
  user: string
  /** Taken at the login, as a process has them: what `usermod` changes is there at the next. */
  groups: readonly string[]
}

/** Whether a command runs as root, who may do everything. */
export const isRoot = ({ world }: Pick<EmulatedCall, 'world'>): boolean => world.host.user === 'root'
