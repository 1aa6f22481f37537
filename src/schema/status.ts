import { z } from 'zod'

/** How a step ended. Only `passed` is green. */
export const STEP_STATUSES = ['passed', 'failed', 'timed-out', 'skipped', 'interrupted', 'not-checkable'] as const
export const stepStatusSchema = z.enum(STEP_STATUSES)
export type StepStatus = z.infer<typeof stepStatusSchema>

/** The strongest evidence a step really has. */
export const EVIDENCE = ['executed', 'emulated', 'checked', 'not-checkable', 'none'] as const
export const evidenceSchema = z.enum(EVIDENCE)
export type Evidence = z.infer<typeof evidenceSchema>

/** Worlds a step can run in; `host` is the live run. */
export const SHELL_NAMES = ['host', 'docker', 'embedded'] as const
export const shellNameSchema = z.enum(SHELL_NAMES)
export type ShellName = z.infer<typeof shellNameSchema>
