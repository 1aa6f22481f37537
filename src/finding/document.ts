import type { Entry } from './entry.ts'

export const DOCUMENT_FINDINGS = {} as const satisfies Record<string, Entry>
