import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where what a user's live runs leave is kept (XDG Base Directory Specification): a relative path there counts for nothing. */
export function stateDirectory({ XDG_STATE_HOME, HOME }: NodeJS.ProcessEnv): string {
  const given = XDG_STATE_HOME && isAbsolute(XDG_STATE_HOME) ? XDG_STATE_HOME : undefined
  return join(given ?? join(HOME || homedir(), '.local', 'state'), 'executable-runbooks')
}
