import { type Dockerfile, DockerfileParser, type Flag, type Instruction } from 'dockerfile-ast'

/** A stretch of a Dockerfile, offsets in UTF-16. */
export interface DockerWord {
  text: string
  start: number
  end: number
}

/** One instruction, its words placed. */
export interface DockerInstruction extends DockerWord {
  /** In capitals; `text` has it as written. */
  keyword: string
  /** Without flags. */
  args: readonly DockerWord[]
  /** `--from=builder` as name and value; the place is that of the whole flag. */
  flags: readonly (DockerWord & { name: string; value: string })[]
  /** All after the keyword and its flags, as written. */
  raw: string
  /** The same with continuations joined and the comments inside them left out. */
  joined: string
  /** Its first and last line, from 1. */
  lines: readonly [first: number, last: number]
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
  const { start, end } = instruction.getRange()
  const raw = instruction.getRawArgumentsContent() ?? ''
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
    raw,
    joined: joinLines(raw),
    lines: [start.line + 1, end.line + 1],
  }
}

function joinLines(raw: string): string {
  if (raw.startsWith('<<')) return raw
  const lines = raw.split(/\r?\n/).filter((line, index) => index === 0 || !/^\s*(#|$)/.test(line))
  return lines
    .map((line) => line.replace(/\\\s*$/, ''))
    .join('')
    .trim()
}
