import { distance } from 'fastest-levenshtein'
import { execForm } from '#formats/dockerfile/exec-form.ts'
import { KEYWORDS } from '#formats/dockerfile/keywords.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import { type DockerStage, stagesOf } from '#formats/dockerfile/stage.ts'

/** A Dockerfile in its stages, `args` being what stands before the first; or why BuildKit refuses it. Lines count from 1. */
export type ParsedDockerfile =
  | { ok: true; args: readonly DockerInstruction[]; stages: readonly DockerStage[] }
  | { ok: false; line: number; message: string }

/** A Dockerfile's stages, or the first problem as BuildKit words it. */
export async function parseDockerfile(text: string): Promise<ParsedDockerfile> {
  const { readDockerfile } = await import('#formats/dockerfile/read.ts')
  const instructions = readDockerfile(text)
  if (instructions.length === 0) return { ok: false, line: 0, message: 'file with no instructions' }
  const problem = instructions.map(instructionProblem).find((found) => found !== undefined)
  return problem ?? splitStages(instructions)
}

/** An instruction as a build prints it: `COPY app ./app`. */
export function titleOf({ keyword, flags, joined }: DockerInstruction): string {
  const written = flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`} `).join('')
  return `${keyword} ${written}${joined.replace(/\s+/g, ' ')}`
}

function instructionProblem(instruction: DockerInstruction): (ParsedDockerfile & { ok: false }) | undefined {
  const { keyword, lines, joined: text } = instruction
  const [line] = lines
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

function splitStages(instructions: readonly DockerInstruction[]): ParsedDockerfile {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM')
  const args = first < 0 ? instructions : instructions.slice(0, first)
  const stray = args.find(({ keyword }) => keyword !== 'ARG')
  if (first < 0 || stray)
    return { ok: false, line: (stray ?? instructions[0])?.lines[0] ?? 1, message: 'no build stage in current context' }
  return { ok: true, args, stages: stagesOf(instructions) }
}
