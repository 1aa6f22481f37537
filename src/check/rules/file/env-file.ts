import { ask, type Call, placeOfCall } from '#check/page/call.ts'
import { pageRule } from '#check/rule.ts'
import { type FileBlock, isRunbook, type Page, placeIn } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import type { Localized } from '#schema/locale.ts'
import type { ContainerRun } from '#tools/facts/containers.ts'
import { nameHostUnknown } from '../name/container/host-unknown.ts'
import { fileEnvValue } from './env-value.ts'

/** Files of a page that are given to a container, which takes each line as it is, and the machine their values name. */
export const envFile = pageRule([fileEnvValue, nameHostUnknown], ({ page, calls }) =>
  calls.flatMap((call) => {
    const container = call.block.kind === 'step' ? ask(call, 'container') : undefined
    return container ? filesOf(page, container).flatMap((block) => fileFindings(call, container, block)) : []
  }),
)

function filesOf(page: Page, { envFiles }: ContainerRun): FileBlock[] {
  const paths = new Set(envFiles.map(({ text }) => text?.replace(/^\.\//, '')))
  return page.blocks.filter((block) => block.kind === 'file').filter(({ path }) => paths.has(path))
}

function fileFindings(call: Call, container: ContainerRun, block: FileBlock): Finding[] {
  const { page } = call
  return [...block.text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].flatMap((line) => {
    const [whole, name = '', value = ''] = line
    const place = placeIn(page, block, line.index, line.index + whole.length)
    const problem = problemOf(page, container, name, value)
    if (problem) return [fileEnvValue.at(place, { name, found: value, reasonEs: problem.es, reasonEn: problem.en })]
    const host = /^(?:\w+:\/\/(?:[^@/]*@)?)?([\w-]+\.docker\.[\w-]+)(?::\d+)?(?:\/|$)/.exec(value)?.[1]
    return host && !isNamed(container, host) ? [nameHostUnknown.at(placeOfCall(call), { host })] : []
  })
}

function problemOf(page: Page, { networked }: ContainerRun, name: string, value: string): Localized | undefined {
  if (/^(["']).*\1$/.test(value)) return { es: 'las comillas llegan con el valor', en: 'the quotes arrive with it' }
  if (/\$\{?[A-Za-z_]/.test(value))
    return { es: 'Docker no sustituye variables aquí', en: 'Docker fills in nothing here' }
  if (isRunbook(page) && Object.hasOwn(page.header.parameters, name))
    return { es: 'no es el valor que da el lector', en: 'it is not the value the reader gives' }
  const own = /(_HOST|_URL|^PGHOST)$/.test(name) && /^(?:\w+:\/\/(?:[^@/]*@)?)?(?:localhost|127\.0\.0\.1)\b/.test(value)
  return own && !networked
    ? { es: 'dentro del contenedor es el propio contenedor', en: 'inside the container it is the container itself' }
    : undefined
}

/** On Linux nothing gives the reader's machine a name in a container unless the call does. */
const isNamed = ({ networked, hosts }: ContainerRun, host: string): boolean =>
  networked ||
  hosts.some(({ text }) =>
    host === 'host.docker.internal'
      ? /^host\.docker\.internal[:=]/.test(text ?? '') && !/[:=](127\.|localhost|::1)/.test(text ?? '')
      : text?.startsWith(host),
  )
