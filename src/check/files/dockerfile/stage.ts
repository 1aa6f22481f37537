import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { DockerWord } from '#formats/dockerfile/read.ts'
import { suggest } from '#schema/spelling.ts'
import type { PageFile } from '../page-file.ts'

export const fileDockerfileStage = defineFinding({
  code: 'FILE_DOCKERFILE_STAGE',
  severity: 'error',
  allowable: true,
  es: {
    message: 'No hay ninguna etapa «{found}» antes de esta.',
    hint: 'Usa el nombre de una etapa anterior.[? Quizá querías «{suggestion}».]',
    why: 'Docker toma un nombre que no es de una etapa por el de una imagen, y la busca en Docker Hub.',
  },
  en: {
    message: 'There is no stage `{found}` before this one.',
    hint: 'Use the name of a stage before it.[? Did you mean `{suggestion}`?]',
    why: "Docker takes a name that is no stage's for that of an image, and looks for it on Docker Hub.",
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim AS builder',
    'FROM python:3.12-slim',
    'COPY --from=bulder /opt/venv /opt/venv',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim AS builder',
    'FROM python:3.12-slim',
    'COPY --from=builder /opt/venv /opt/venv',
    '```',
  ],
})

/** `--from=builder`: a stage before this one, its number, or an image. A name close to a stage's is that stage, misspelt. */
export function stageFinding(
  file: PageFile,
  { value, start, end }: DockerWord & { value: string },
  { names, index }: { names: readonly string[]; index: number },
): Finding[] {
  if (/[:/$@]/.test(value) || names.slice(0, index).includes(value.toLowerCase())) return []
  const numbered = /^\d+$/.test(value)
  const suggestion = numbered ? undefined : suggest(value, names)
  const wrong = numbered ? Number(value) >= index : suggestion !== undefined || names.includes(value.toLowerCase())
  return wrong ? [fileDockerfileStage.at(file.at(start, end), { found: value, suggestion })] : []
}
