import type { DockerInstruction } from './read.ts'

/** A stage of a Dockerfile: a FROM with what follows it. What stands before the first is in none. */
export interface DockerStage {
  /** In small letters, as Docker compares it. */
  name: string | undefined
  from: DockerInstruction
  instructions: readonly DockerInstruction[]
}

/** Splits instructions at each FROM. */
export function stagesOf(instructions: readonly DockerInstruction[]): DockerStage[] {
  const stages: { name: string | undefined; from: DockerInstruction; instructions: DockerInstruction[] }[] = []
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM')
      stages.push({ name: stageName(instruction), from: instruction, instructions: [] })
    else stages.at(-1)?.instructions.push(instruction)
  }
  return stages
}

const stageName = ({ args: [, as, name] }: DockerInstruction): string | undefined =>
  as?.text.toLowerCase() === 'as' ? name?.text.toLowerCase() : undefined
