import type { Entry } from './entry.ts'

export const COMMAND_FINDINGS = {} as const satisfies Record<string, Entry>
