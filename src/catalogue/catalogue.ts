import { CHECK_FINDINGS } from '#check/findings.ts'
import { DOCUMENT_FINDINGS } from '#document/findings/findings.ts'
import type { Definition } from '#finding/define.ts'
import { reporterOf } from '#finding/report.ts'
import { RUN_FINDINGS } from '#run/findings/findings.ts'
import { SCRIPT_FINDINGS } from '#script/findings/findings.ts'
import { SERVICE_FINDINGS } from '#service/findings/findings.ts'

/** Every kind of finding there is. */
export const CATALOGUE: readonly Definition[] = [
  ...DOCUMENT_FINDINGS,
  ...CHECK_FINDINGS,
  ...SCRIPT_FINDINGS,
  ...RUN_FINDINGS,
  ...SERVICE_FINDINGS,
]

/** Every code there is. */
export const FINDING_CODES: ReadonlySet<string> = new Set(CATALOGUE.map(({ code }) => code))

/** A finding in the reader's language, as reports carry it. */
export const reportFinding = reporterOf(CATALOGUE)
