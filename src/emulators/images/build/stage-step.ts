import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { BuildLog } from './build-log.ts'
import type { Draft } from './draft.ts'

/** One instruction about to be applied to a stage's draft. */
export interface StageStep {
  draft: Draft
  instruction: DockerInstruction
  /** Title of the step: `[builder 2/5] COPY app ./app`. */
  step: string
  log: BuildLog
  context: Readonly<Record<string, string>>
  /** Values an ARG of the stage takes: predefined, global and given ones. */
  argValues: Readonly<Record<string, string>>
  /** Files of an earlier stage or of another image (`--from`). */
  filesOf: (name: string) => Promise<Readonly<Record<string, string>>>
}
