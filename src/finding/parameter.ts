import type { Entry } from './entry.ts'

export const PARAMETER_FINDINGS = {} as const satisfies Record<string, Entry>
