import type { Entry } from './entry.ts'

export const LOCALE_FINDINGS = {} as const satisfies Record<string, Entry>
