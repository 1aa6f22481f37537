/** How a step ended. Only `passed` is green. */
export const STEP_STATUSES = ['passed', 'failed', 'timed-out', 'skipped', 'interrupted', 'not-checkable'] as const
export type StepStatus = (typeof STEP_STATUSES)[number]

/** The strongest evidence a step really has. */
export const EVIDENCE = ['executed', 'emulated', 'checked', 'not-checkable', 'none'] as const
export type Evidence = (typeof EVIDENCE)[number]

/** Worlds a step can run in; `host` is the live run. */
export const SHELL_NAMES = ['host', 'docker', 'embedded'] as const
export type ShellName = (typeof SHELL_NAMES)[number]
