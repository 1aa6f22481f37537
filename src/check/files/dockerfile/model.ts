import { type Dockerfile, DockerfileParser, type Flag, type Instruction } from 'dockerfile-ast'

/** A stretch of a Dockerfile, offsets in UTF-16. */
export interface DockerWord {
  text: string
  start: number
  end: number
}

/** One instruction, its words placed. */
export interface DockerInstruction extends DockerWord {
  keyword: string
  /** Without flags. */
  args: readonly DockerWord[]
  /** `--from=builder` as name and value; the place is that of the whole flag. */
  flags: readonly (DockerWord & { name: string; value: string })[]
  /** All after the keyword, as written. */
  raw: string
}

/** The instructions of a Dockerfile in order; comments and parser directives are not among them. */
export function readDockerfile(text: string): DockerInstruction[] {
  const starts = [0]
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1)
  const file: Dockerfile = DockerfileParser.parse(text)
  return file.getInstructions().map((instruction) => placed(instruction, starts))
}

interface Range {
  start: { line: number; character: number }
  end: { line: number; character: number }
}

function placed(instruction: Instruction & { getFlags?(): Flag[] }, starts: readonly number[]): DockerInstruction {
  const offsets = ({ start, end }: Range) => ({
    start: (starts[start.line] ?? 0) + start.character,
    end: (starts[end.line] ?? 0) + end.character,
  })
  return {
    keyword: instruction.getKeyword(),
    text: instruction.getInstruction(),
    ...offsets(instruction.getInstructionRange()),
    args: instruction.getArguments().map((word) => ({ text: word.getValue(), ...offsets(word.getRange()) })),
    flags: (instruction.getFlags?.() ?? []).map((flag) => ({
      text: flag.toString(),
      name: flag.getName(),
      value: flag.getValue() ?? '',
      ...offsets(flag.getRange()),
    })),
    raw: instruction.getRawArgumentsContent() ?? '',
  }
}

/** The stages of a Dockerfile: each FROM with what follows it. What stands before the first is in none. */
export interface DockerStage {
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
