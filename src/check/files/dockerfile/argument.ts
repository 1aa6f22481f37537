import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { DockerInstruction } from '#formats/dockerfile/read.ts'
import type { Localized } from '#schema/locale.ts'
import type { PageFile } from '../page-file.ts'

export const fileDockerfileArgument = defineFinding({
  code: 'FILE_DOCKERFILE_ARGUMENT',
  severity: 'error',
  allowable: true,
  es: {
    message: '{keyword} {reasonEs}.',
    hint: 'Corrige la instrucción.',
    why: 'Docker deja de construir en una instrucción a la que le falta o le sobra un argumento.',
  },
  en: {
    message: '{keyword} {reasonEn}.',
    hint: 'Correct the instruction.',
    why: 'Docker stops building at an instruction with an argument missing or too many.',
  },
  wrong: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py', '```'],
  right: ['```dockerfile file=Dockerfile', 'FROM python:3.12-slim', 'COPY app.py .', '```'],
})

/** Arguments that BuildKit refuses. */
export function argumentFindings(file: PageFile, instruction: DockerInstruction): Finding[] {
  const { keyword, args, start, end } = instruction
  const wrong = wrongArguments(instruction)
  if (wrong === undefined) return []
  const last = args.at(-1)
  const place = last && wrong !== MISSING ? file.at((args[0] ?? last).start, last.end) : file.at(start, end)
  return [fileDockerfileArgument.at(place, { keyword, reasonEs: wrong.es, reasonEn: wrong.en })]
}

const MISSING: Localized = { es: 'le falta su argumento', en: 'lacks its argument' }

const ONE: Localized = { es: 'lleva un solo argumento', en: 'takes exactly one argument' }

const FROM_FORM: Localized = {
  es: 'se escribe FROM imagen o FROM imagen AS etapa',
  en: 'is written FROM image or FROM image AS stage',
}

const DESTINATION: Localized = { es: 'necesita origen y destino', en: 'needs a source and a destination' }

const FOLDER: Localized = {
  es: 'copia varios orígenes: el destino debe acabar en /',
  en: 'copies several sources: the destination must end in /',
}

const PORT: Localized = {
  es: 'lleva puertos de 1 a 65535, como 8080 o 53/udp',
  en: 'takes ports from 1 to 65535, like 8080 or 53/udp',
}

const NO_EQUALS: Localized = { es: 'se escribe NOMBRE=valor', en: 'is written NAME=value' }

/** What BuildKit says of an instruction's arguments (moby/buildkit, frontend/dockerfile/instructions/parse.go). */
function wrongArguments(instruction: DockerInstruction): Localized | undefined {
  const { keyword, args } = instruction
  if (args.length === 0) return keyword === 'CMD' || keyword === 'ENTRYPOINT' ? undefined : MISSING
  return ARGUMENTS[keyword]?.(instruction)
}

const isFrom = ({ args }: DockerInstruction) =>
  args.length === 1 || (args.length === 3 && args[1]?.text.toLowerCase() === 'as')

const single = ({ args, raw }: DockerInstruction) => (args.length > 1 && !/^["']/.test(raw) ? ONE : undefined)

const pair = ({ args }: DockerInstruction) =>
  args.length === 1 && !args[0]?.text.includes('=') ? NO_EQUALS : undefined

const ARGUMENTS: Readonly<Record<string, (instruction: DockerInstruction) => Localized | undefined>> = {
  FROM: (instruction) => (isFrom(instruction) ? undefined : FROM_FORM),
  WORKDIR: single,
  USER: single,
  LABEL: pair,
  ENV: pair,
  COPY: wrongCopy,
  ADD: wrongCopy,
  EXPOSE: ({ args }) => (args.every(({ text }) => isPort(text)) ? undefined : PORT),
}

function wrongCopy({ args, raw }: DockerInstruction): Localized | undefined {
  if (raw.includes('<<') || raw.trimStart().startsWith('[')) return undefined
  if (args.length < 2) return DESTINATION
  const target = args.at(-1)?.text ?? ''
  return args.length > 2 && !/\/$|^\.{1,2}$|\$/.test(target) ? FOLDER : undefined
}

function isPort(text: string): boolean {
  if (text.includes('$')) return true
  const [, from, to] = /^(\d+)(?:-(\d+))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? []
  return from !== undefined && [from, to ?? from].every((port) => Number(port) >= 1 && Number(port) <= 65_535)
}
