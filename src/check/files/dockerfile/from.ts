import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { KEYWORDS } from '#formats/dockerfile/keywords.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { PageFile } from '../page-file.ts'
import { nameOf } from '../page-file.ts'

export const fileDockerfileFrom = defineFinding({
  code: 'FILE_DOCKERFILE_FROM',
  severity: 'error',
  plain: 'off',
  allowable: true,
  es: {
    message: '{file} no empieza por FROM.',
    hint: 'Añade FROM con una imagen base y su versión.',
    why: 'Una imagen parte siempre de otra, aunque sea scratch.',
  },
  en: {
    message: '{file} does not start with FROM.',
    hint: 'Add FROM with a base image and its version.',
    why: 'An image always starts from another, be it scratch.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'COPY app.py .', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py .', '```'],
})

/** A part of a Dockerfile may be shown without its FROM. */
export function headless(file: PageFile, instructions: readonly DockerInstruction[]): Finding[] {
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (!file.whole || first?.keyword === 'FROM' || instructions.some(({ keyword }) => !KEYWORDS.includes(keyword)))
    return []
  return [fileDockerfileFrom.at(file.block.place, { file: nameOf(file) })]
}
