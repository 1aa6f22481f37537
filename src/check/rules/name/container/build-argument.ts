import { plainPath, systemOf } from '#check/files/page-file.ts'
import { ask, type Call, isHere, placeOfWord } from '#check/page/call.ts'
import { pageRule, type Surroundings } from '#check/rule.ts'
import { isPlain } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import type { ImageBuild } from '#tools/facts/containers.ts'

export const nameBuildArgument = defineFinding({
  code: 'NAME_BUILD_ARGUMENT',
  severity: 'error',
  allowable: true,
  es: {
    message: 'El Dockerfile no declara el argumento {name}: la imagen se construye sin él.',
    hint: 'Corrige el nombre, o añade «ARG {name}» al Dockerfile.[? Quizá querías {suggestion}.]',
    why: 'Docker solo avisa de un argumento que el Dockerfile no declara, y construye la imagen con el valor por defecto.',
  },
  en: {
    message: 'The Dockerfile does not declare the argument {name}: the image is built without it.',
    hint: 'Correct the name, or add `ARG {name}` to the Dockerfile.[? Did you mean {suggestion}?]',
    why: 'Docker only warns of an argument the Dockerfile does not declare, and builds the image with the default.',
  },
  wrong: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'ARG APP_VERSION=dev',
    '```',
    '',
    '```bash step=build effect=create',
    'docker build --build-arg=AP_VERSION=1.0.0 --tag=app:1.0.0 .',
    '```',
  ],
  right: [
    '```dockerfile file=Dockerfile',
    'FROM python:3.12-slim',
    'ARG APP_VERSION=dev',
    '```',
    '',
    '```bash step=build effect=create',
    'docker build --build-arg=APP_VERSION=1.0.0 --tag=app:1.0.0 .',
    '```',
  ],
})

/** Arguments of a build that its Dockerfile does not declare: docker warns at most, and builds with the default. */
export const buildArgument = pageRule([nameBuildArgument], ({ page, calls }, surroundings) => {
  if (isPlain(page)) return []
  const left = calls.findIndex((call) => ask(call, 'directory') === 'moves')
  const here = (left < 0 ? calls : calls.slice(0, left)).filter(isHere)
  return here.flatMap((call) => {
    const build = ask(call, 'imageBuild')
    return build ? undeclared(call, build, surroundings) : []
  })
})

function undeclared(call: Call, build: ImageBuild, surroundings: Surroundings): Finding[] {
  const given = build.arguments
  const text = given.length === 0 ? undefined : dockerfileOf(call, build, surroundings)
  if (text === undefined) return []
  const declared = [...text.matchAll(/^[ \t]*ARG[ \t]+(\w+)/gim)].map(([, name = '']) => name)
  return given.flatMap(({ word, text: value }) => {
    const name = /^\w+(?==|$)/.exec(value ?? '')?.[0]
    if (name === undefined || declared.includes(name) || BUILT_IN.test(name)) return []
    return [nameBuildArgument.at(placeOfWord(call, word), { name, suggestion: suggest(name, declared) })]
  })
}

/** Arguments every build has (docs.docker.com/reference/dockerfile). */
const BUILT_IN =
  /^((HTTPS?|FTP|NO|ALL)_PROXY|BUILDKIT_\w+|SOURCE_DATE_EPOCH|(TARGET|BUILD)(PLATFORM|OS|ARCH|VARIANT))$/i

/** The Dockerfile as it stands on the page, or in the world its system starts from. */
function dockerfileOf(
  { page, block: { place } }: Call,
  { context: given, file: named }: ImageBuild,
  { workspaceFile }: Surroundings,
): string | undefined {
  const context = given?.text
  if (named ? named.text === undefined : context === undefined || /^[a-z+]+:|\$/.test(context)) return undefined
  const path = plainPath(named?.text ?? `${(context ?? '').replace(/\/$/, '')}/Dockerfile`)
  const shown = page.blocks.findLast(
    (block) => block.kind === 'file' && plainPath(block.path) === path && block.place.start.line < place.start.line,
  )
  const system = systemOf(page)
  return shown?.text ?? (system === undefined ? undefined : workspaceFile?.(system, path)?.text)
}
