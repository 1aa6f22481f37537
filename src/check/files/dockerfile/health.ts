import type { Finding } from '#finding/finding.ts'
import type { DockerStage } from '#formats/dockerfile/stage.ts'
import { healthProgramOf, imageLacks } from '#tools/docker/images.ts'
import { fileHealthProgram } from '../health-program.ts'
import type { PageFile } from '../page-file.ts'

/** A health check by a program the stage's image does not have. */
export function healthFindings(file: PageFile, { from, instructions }: DockerStage): Finding[] {
  const image = from.args[0]?.text ?? ''
  return instructions
    .filter(({ keyword }) => keyword === 'HEALTHCHECK')
    .flatMap(({ raw, start, end }) => {
      const program = healthProgramOf(raw)
      if (!program || !imageLacks(image, program) || installs(instructions, program)) return []
      return [fileHealthProgram.at(file.at(start, end), { program, image })]
    })
}

const installs = (instructions: DockerStage['instructions'], program: string): boolean =>
  instructions.some(({ keyword, raw }) => /^(RUN|COPY|ADD)$/.test(keyword) && new RegExp(`\\b${program}\\b`).test(raw))
