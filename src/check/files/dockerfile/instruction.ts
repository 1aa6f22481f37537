import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { KEYWORDS } from '#formats/dockerfile/keywords.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import { suggest } from '#schema/spelling.ts'
import type { PageFile } from '../page-file.ts'
import { argumentFindings } from './argument.ts'
import { execFindings } from './exec.ts'
import { flagFindings } from './flag.ts'

export const fileDockerfileInstruction = defineFinding({
  code: 'FILE_DOCKERFILE_INSTRUCTION',
  severity: 'error',
  allowable: true,
  es: {
    message: '«{found}» no es una instrucción de Dockerfile.',
    hint: 'Corrige la instrucción.[? Quizá querías {suggestion}.]',
    why: 'Docker se niega a construir por una instrucción que no conoce.',
  },
  en: {
    message: '`{found}` is no instruction of a Dockerfile.',
    hint: 'Correct the instruction.[? Did you mean {suggestion}?]',
    why: 'Docker refuses to build for an instruction it does not know.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPPY app.py .', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py .', '```'],
})

/** An instruction that does not exist; of one that does, what its own words get wrong. */
export function instructionFindings(file: PageFile, instruction: DockerInstruction): Finding[] {
  const { keyword, text, start, end } = instruction
  if (KEYWORDS.includes(keyword))
    return [
      ...flagFindings(file, instruction),
      ...argumentFindings(file, instruction),
      ...execFindings(file, instruction),
    ]
  const suggestion = suggest(text.toUpperCase(), KEYWORDS)
  return [fileDockerfileInstruction.at(file.at(start, end), { found: text, suggestion })]
}
