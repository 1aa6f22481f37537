import { distance } from 'fastest-levenshtein'

/** One instruction of a Dockerfile. Lines count from 1. */
export interface Instruction {
  keyword: string
  flags: readonly (readonly [name: string, value: string])[]
  /** Arguments with continuations joined and comments left out. */
  text: string
  /** As a build prints it: `COPY app ./app`. */
  title: string
  line: number
  endLine: number
}

export interface Stage {
  name: string | undefined
  from: Instruction
  instructions: readonly Instruction[]
}

export type ParsedDockerfile =
  | { ok: true; args: readonly Instruction[]; stages: readonly Stage[] }
  | { ok: false; line: number; message: string }

const KEYWORDS =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  )

/** A Dockerfile's stages, or the first problem as BuildKit words it. */
export async function parseDockerfile(text: string): Promise<ParsedDockerfile> {
  const { DockerfileParser } = await import('dockerfile-ast')
  const instructions = DockerfileParser.parse(text).getInstructions().map(readInstruction)
  if (instructions.length === 0) return { ok: false, line: 0, message: 'file with no instructions' }
  const problem = instructions.map(instructionProblem).find((found) => found !== undefined)
  return problem ?? splitStages(instructions)
}

/** The strings of an exec form (`["a", "b"]`), or undefined when the text is a shell form. */
export function execForm(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
  } catch {
    return undefined
  }
}

interface ParsedLine {
  getInstruction(): string
  getKeyword(): string
  getRawArgumentsContent(): string | null
  getRange(): { start: { line: number }; end: { line: number } }
  getFlags?(): { getName(): string; getValue(): string | null }[]
}

function readInstruction(parsed: ParsedLine): Instruction {
  const range = parsed.getRange()
  const text = joinLines(parsed.getRawArgumentsContent() ?? '')
  const flags = (parsed.getFlags?.() ?? []).map((flag) => [flag.getName(), flag.getValue() ?? ''] as const)
  const written = flags.map(([name, value]) => `--${name}${value === '' ? '' : `=${value}`} `).join('')
  const keyword = parsed.getKeyword()
  return {
    keyword,
    flags,
    text,
    title: `${keyword} ${written}${text.replace(/\s+/g, ' ')}`,
    line: range.start.line + 1,
    endLine: range.end.line + 1,
  }
}

/** Continuations joined; comment and empty lines inside them do not count. */
function joinLines(raw: string): string {
  if (raw.startsWith('<<')) return raw
  const lines = raw.split(/\r?\n/).filter((line, index) => index === 0 || !/^\s*(#|$)/.test(line))
  return lines
    .map((line) => line.replace(/\\\s*$/, ''))
    .join('')
    .trim()
}

function instructionProblem(instruction: Instruction): (ParsedDockerfile & { ok: false }) | undefined {
  const { keyword, line, text } = instruction
  if (!KEYWORDS.includes(keyword))
    return { ok: false, line, message: `unknown instruction: ${keyword}${suggestion(keyword)}` }
  if (text === '' && keyword !== 'CMD' && keyword !== 'ENTRYPOINT')
    return { ok: false, line, message: `${keyword} requires ${arity(keyword)}` }
  if ((keyword === 'COPY' || keyword === 'ADD') && sourceCount(text) < 1)
    return {
      ok: false,
      line,
      message: `${keyword} requires at least two arguments, but only one was provided. Destination could not be determined`,
    }
  if (keyword === 'FROM' && !/^\S+(\s+as\s+\S+)?$/i.test(text))
    return { ok: false, line, message: 'FROM requires either one or three arguments' }
  return undefined
}

const arity = (keyword: string): string =>
  ['FROM', 'WORKDIR', 'USER', 'STOPSIGNAL'].includes(keyword)
    ? keyword === 'FROM'
      ? 'either one or three arguments'
      : 'exactly one argument'
    : 'at least one argument'

const sourceCount = (text: string): number => (execForm(text) ?? text.split(/\s+/)).length - 1

function suggestion(keyword: string): string {
  const near = KEYWORDS.find((known) => distance(known, keyword) <= 2)
  return near ? ` (did you mean ${near}?)` : ''
}

function splitStages(instructions: readonly Instruction[]): ParsedDockerfile {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM')
  const args = first < 0 ? instructions : instructions.slice(0, first)
  const stray = args.find(({ keyword }) => keyword !== 'ARG')
  if (first < 0 || stray)
    return { ok: false, line: stray?.line ?? instructions[0]?.line ?? 1, message: 'no build stage in current context' }
  const stages: { name: string | undefined; from: Instruction; instructions: Instruction[] }[] = []
  for (const instruction of instructions.slice(first)) {
    if (instruction.keyword === 'FROM')
      stages.push({ name: stageName(instruction), from: instruction, instructions: [] })
    else stages.at(-1)?.instructions.push(instruction)
  }
  return { ok: true, args, stages }
}

const stageName = (from: Instruction): string | undefined => /\s+as\s+(\S+)$/i.exec(from.text)?.[1]?.toLowerCase()
