import type { Definition } from '#finding/define.ts'
import { scriptMissing } from './missing.ts'
import { scriptOrphan } from './orphan.ts'
import { scriptReferenceStale } from './reference-stale.ts'
import { scriptStale } from './stale.ts'

/** What may be wrong with what is generated from pages. */
export const SCRIPT_FINDINGS: readonly Definition[] = [scriptMissing, scriptOrphan, scriptReferenceStale, scriptStale]
