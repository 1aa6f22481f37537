import type { Entry } from './entry.ts'

export const FENCE_FINDINGS = {} as const satisfies Record<string, Entry>
