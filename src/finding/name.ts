import type { Entry } from './entry.ts'

export const NAME_FINDINGS = {} as const satisfies Record<string, Entry>
