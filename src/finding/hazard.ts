import type { Entry } from './entry.ts'

export const HAZARD_FINDINGS = {} as const satisfies Record<string, Entry>
