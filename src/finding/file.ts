import type { Entry } from './entry.ts'

export const FILE_FINDINGS = {} as const satisfies Record<string, Entry>
