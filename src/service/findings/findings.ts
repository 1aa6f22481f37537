import type { Definition } from '#finding/define.ts'
import { fileManifestKey } from './manifest-key.ts'
import { fileManifestMissing } from './manifest-missing.ts'
import { fileManifestModel } from './manifest-model.ts'
import { fileManifestName } from './manifest-name.ts'
import { fileManifestValue } from './manifest-value.ts'

/** What the reading of an experiment manifest and of its model may find. */
export const SERVICE_FINDINGS: readonly Definition[] = [
  fileManifestKey,
  fileManifestMissing,
  fileManifestModel,
  fileManifestName,
  fileManifestValue,
]
