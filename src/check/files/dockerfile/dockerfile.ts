import { readDockerfile } from '#formats/dockerfile/read.ts'
import { stagesOf } from '#formats/dockerfile/stage.ts'
import type { FormatCheck } from '../../rule.ts'
import { cacheFindings } from './cache.ts'
import { copyFindings } from './copy.ts'
import { headless } from './from.ts'
import { healthFindings } from './health.ts'
import { instructionFindings } from './instruction.ts'
import { commandFindings } from './run.ts'
import { secretFindings } from './secret.ts'

/** A Dockerfile as BuildKit reads it, and what its steps then do. */
export const dockerfile: FormatCheck = (file, around) => {
  const instructions = readDockerfile(file.text)
  const stages = stagesOf(instructions)
  return [
    ...instructions.flatMap((instruction) => instructionFindings(file, instruction)),
    ...headless(file, instructions),
    ...secretFindings(file, instructions),
    ...stages.flatMap((stage) => [...healthFindings(file, stage), ...cacheFindings(file, stage)]),
    ...copyFindings(file, stages, around),
    ...commandFindings(file, instructions, around.surroundings.tools),
  ]
}
