/** Who a command runs as. */
export interface Session {
  user: string
  /** Taken at the login, as a process has them: what `usermod` changes is there at the next. */
  groups: readonly string[]
}
