import { COMMAND_FINDINGS } from './command.ts'
import { CONSISTENCY_FINDINGS } from './consistency.ts'
import { DOCUMENT_FINDINGS } from './document.ts'
import type { Entry } from './entry.ts'
import { FENCE_FINDINGS } from './fence.ts'
import { FILE_FINDINGS } from './file.ts'
import { FILE_DATA_FINDINGS } from './file-data.ts'
import { FILE_IMAGE_FINDINGS } from './file-image.ts'
import { FILE_SERVER_FINDINGS } from './file-server.ts'
import { HAZARD_FINDINGS } from './hazard.ts'
import { INCIDENT_FINDINGS } from './incident.ts'
import { LOCALE_FINDINGS } from './locale.ts'
import { NAME_FINDINGS } from './name.ts'
import { PARAMETER_FINDINGS } from './parameter.ts'
import { PRACTICE_FINDINGS } from './practice.ts'
import { PROCEDURE_FINDINGS } from './procedure.ts'
import { SCRIPT_FINDINGS } from './script.ts'
import { STEP_FINDINGS } from './step.ts'

/** Every kind of finding there is, by code. */
export const CATALOGUE = {
  ...DOCUMENT_FINDINGS,
  ...FENCE_FINDINGS,
  ...PARAMETER_FINDINGS,
  ...PROCEDURE_FINDINGS,
  ...COMMAND_FINDINGS,
  ...STEP_FINDINGS,
  ...HAZARD_FINDINGS,
  ...NAME_FINDINGS,
  ...FILE_FINDINGS,
  ...FILE_IMAGE_FINDINGS,
  ...FILE_SERVER_FINDINGS,
  ...FILE_DATA_FINDINGS,
  ...LOCALE_FINDINGS,
  ...SCRIPT_FINDINGS,
  ...INCIDENT_FINDINGS,
  ...PRACTICE_FINDINGS,
  ...CONSISTENCY_FINDINGS,
} as const satisfies Record<string, Entry>

export type FindingCode = keyof typeof CATALOGUE
export type FindingData = Readonly<Record<string, string | number | undefined>>
