import { z } from 'zod'
import { LOCALES } from './locale.ts'
import { EVIDENCE, SHELL_NAMES, STEP_STATUSES } from './status.ts'

// The closed vocabularies as shapes of data. Apart from the words themselves: a command that only names them starts without zod.

export const localeSchema = z.enum(LOCALES)
export const stepStatusSchema = z.enum(STEP_STATUSES)
export const evidenceSchema = z.enum(EVIDENCE)
export const shellNameSchema = z.enum(SHELL_NAMES)
