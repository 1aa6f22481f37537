import type { Finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { execForm } from '#formats/dockerfile/exec-form.ts'
import { KEYWORDS } from '#formats/dockerfile/keywords.ts'
import { type DockerInstruction, readDockerfile } from '#formats/dockerfile/read.ts'
import { stagesOf } from '#formats/dockerfile/stage.ts'
import type { Localized } from '#schema/locale.ts'
import type { FormatCheck } from '../../rule.ts'
import { nameOf, type PageFile } from '../page-file.ts'
import { fileDockerfileArgument } from './argument.ts'
import { cacheFindings } from './cache.ts'
import { copyFindings } from './copy.ts'
import { fileDockerfileExec } from './exec.ts'
import { flagFindings } from './flag.ts'
import { fileDockerfileFrom } from './from.ts'
import { healthFindings } from './health.ts'
import { fileDockerfileInstruction } from './instruction.ts'
import { commandFindings } from './run.ts'
import { secretFindings } from './secret.ts'

/** A Dockerfile as BuildKit reads it, and what its steps then do. */
export const dockerfile: FormatCheck = (file, around) => {
  const instructions = readDockerfile(file.text)
  const stages = stagesOf(instructions)
  return [
    ...instructions.flatMap((instruction) => instructionFindings(file, instruction)),
    ...headless(file, instructions),
    ...secretFindings(file, instructions),
    ...stages.flatMap((stage) => [...healthFindings(file, stage), ...cacheFindings(file, stage)]),
    ...copyFindings(file, stages, around),
    ...commandFindings(file, instructions, around.surroundings.tools),
  ]
}

function instructionFindings(file: PageFile, instruction: DockerInstruction): Finding[] {
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

/** A part of a Dockerfile may be shown without its FROM. */
function headless(file: PageFile, instructions: readonly DockerInstruction[]): Finding[] {
  const first = instructions.find(({ keyword }) => keyword !== 'ARG')
  if (!file.whole || first?.keyword === 'FROM' || instructions.some(({ keyword }) => !KEYWORDS.includes(keyword)))
    return []
  return [fileDockerfileFrom.at(file.block.place, { file: nameOf(file) })]
}

function argumentFindings(file: PageFile, instruction: DockerInstruction): Finding[] {
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

/** `CMD ['a', "b"]` is no JSON, so Docker runs it as a line of shell. */
function execFindings(file: PageFile, { keyword, raw, args, end }: DockerInstruction): Finding[] {
  if (!EXEC_FORMS.includes(keyword) || !raw.trimStart().startsWith('[') || isStrings(raw)) return []
  const [first] = args
  return [fileDockerfileExec.at(file.at(first?.start ?? end, args.at(-1)?.end ?? end), { keyword })]
}

const EXEC_FORMS = ['CMD', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME', 'COPY', 'ADD']

/** `RUN [ -f x ]` is the shell's own test. */
const isStrings = (raw: string): boolean =>
  execForm(raw) !== undefined || (/^\[\s/.test(raw.trimStart()) && !/["']/.test(raw))
