import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { execForm } from '#formats/dockerfile/exec-form.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { PageFile } from '../page-file.ts'

export const fileDockerfileExec = defineFinding({
  code: 'FILE_DOCKERFILE_EXEC',
  severity: 'error',
  allowable: true,
  es: {
    message: 'Esta lista de {keyword} no es JSON: Docker la ejecuta como una línea de shell.',
    hint: 'Escribe cada palabra entre comillas dobles, con comas: ["uvicorn", "app:app"].',
    why: 'Con comillas simples o sin comas, la lista deja de ser JSON. Docker la pasa entera al shell, que no encuentra ningún comando así.',
  },
  en: {
    message: 'This list of {keyword} is not JSON: Docker runs it as a line of shell.',
    hint: 'Write each word in double quotes, with commas: ["uvicorn", "app:app"].',
    why: 'With single quotes or without commas, the list is no JSON. Docker gives all of it to the shell, which finds no such command.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', "CMD ['python', 'app.py']", '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'CMD ["python", "app.py"]', '```'],
})

/** `CMD ['a', "b"]` is no JSON, so Docker runs it as a line of shell. */
export function execFindings(file: PageFile, { keyword, raw, args, end }: DockerInstruction): Finding[] {
  if (!EXEC_FORMS.includes(keyword) || !raw.trimStart().startsWith('[') || isStrings(raw)) return []
  const [first] = args
  return [fileDockerfileExec.at(file.at(first?.start ?? end, args.at(-1)?.end ?? end), { keyword })]
}

const EXEC_FORMS = ['CMD', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME', 'COPY', 'ADD']

/** `RUN [ -f x ]` is the shell's own test. */
const isStrings = (raw: string): boolean =>
  execForm(raw) !== undefined || (/^\[\s/.test(raw.trimStart()) && !/["']/.test(raw))
