import type { Json } from './json.ts'

/** What a command prints. Resources go through `--format`, `--filter` and their like; text does not. */
export interface Reply {
  /** A list of resources, or one. */
  resources?: Json | readonly Json[]
  /** How resources print when `--format` is not given. */
  layout?: string
  stdout?: string
  stderr?: string
  exitCode?: number
}
