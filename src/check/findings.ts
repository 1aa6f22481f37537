import type { Definition } from '#finding/define.ts'
import { FILE_FINDINGS } from './files/findings.ts'
import { fenceAllowUnused } from './rules/fence/allow-unused.ts'
import { RULES } from './rules/rules.ts'

/** What the checks may find; rules may share a finding. */
export const CHECK_FINDINGS: readonly Definition[] = [
  ...new Set([...RULES.flatMap(({ findings }) => findings), ...FILE_FINDINGS, fenceAllowUnused]),
]
