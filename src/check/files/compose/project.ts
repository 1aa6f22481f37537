import { isRunbook } from '#document/model.ts'
import { COMPOSE_FILES, composeFilesAmong, projectNameOf } from '#formats/compose/files.ts'
import { mergeFiles } from '#formats/compose/merge.ts'
import { servicesOf } from '#formats/compose/model.ts'
import { readYamlValue } from '#formats/yaml/read.ts'
import { isMapping, type Mapping, record } from '#formats/yaml/value.ts'
import { ask, type Call, isHere } from '../../page/call.ts'
import { imageName } from '../../page/resource.ts'
import type { Around } from '../../rule.ts'
import { filesOf, plainPath } from '../page-file.ts'
import { isComposeHere } from './call.ts'

/** What a `docker compose` call may name: what the files it reads say. */
export interface ComposeProject {
  /** Paths of its files, in the order they are laid over each other. */
  files: readonly string[]
  services: ReadonlySet<string>
  profiles: ReadonlySet<string>
  /** Names of the images built for the services, and of their containers; undefined for one only a run can tell. */
  images: readonly (string | undefined)[]
  containers: readonly (string | undefined)[]
}

type Known = Pick<Around, 'facts' | 'surroundings'>

/** The project of a call; undefined where its files, or what they say, are not known. */
export function composeProject(call: Call, known: Known): ComposeProject | undefined {
  const files = filesRead(call, known)
  const roots = files?.map((path) => rootOf(path, call, known))
  if (!files || !roots?.every((root) => root !== undefined)) return undefined
  const services = new Map(servicesOf(mergeFiles(roots)))
  const name = projectName(call, roots, files, known)
  return {
    files,
    services: new Set(services.keys()),
    profiles: new Set([...services.values()].flatMap(({ profiles = [] }) => [profiles].flat().map(String))),
    images: [...services].flatMap(([service, body]) => imagesOf(body, name && `${name}-${service}`)),
    containers: [...services].map(([service, body]) => containerOf(body, name && `${name}-${service}-1`)),
  }
}

/** The project's name: as told, or that of the directory of the first file, which a run's own has from its system. */
function projectName(call: Call, roots: readonly Mapping[], files: readonly string[], known: Known) {
  if (says('COMPOSE_PROJECT_NAME', known)) return undefined
  const given = ask(call, 'compose')?.projectName
  const named = given ? given.text : roots.map(({ name }) => name).findLast((name) => name !== undefined)
  if (given || named !== undefined) return certain(named)
  const { page } = known.facts
  const folder = files[0]?.split('/').at(-2) ?? (isRunbook(page) ? page.header.system : undefined)
  return folder === undefined ? undefined : projectNameOf(folder)
}

/** The image a service is built as. One that is only pulled comes from elsewhere, if its name is known. */
function imagesOf({ image, build, extends: base }: Mapping, usual: string | undefined): (string | undefined)[] {
  const known = image === undefined ? usual : certain(image)
  const name = known && imageName(known)
  if (base !== undefined && image === undefined) return [undefined]
  return build === undefined && name !== undefined ? [] : [name]
}

/** More than one copy has names with other numbers. */
function containerOf(body: Mapping, usual: string | undefined): string | undefined {
  const { container_name: name, extends: base, scale, deploy } = body
  if (name !== undefined) return certain(name)
  return base === undefined && scale === undefined && record(deploy).replicas === undefined ? usual : undefined
}

const certain = (value: unknown): string | undefined =>
  typeof value === 'string' && !value.includes('$') ? value : undefined

function filesRead(call: Call, known: Known): string[] | undefined {
  if (looksElsewhere(call, known)) return undefined
  const given = (ask(call, 'compose')?.files ?? []).map(({ text }) => text)
  if (given.length > 0) return given.every(isPlainPath) ? given.map(plainPath) : undefined
  const found = composeFilesAmong((name) => textOf(name, known) !== undefined)
  return found.length === 0 ? undefined : found
}

/** Whether a call reads the usual file of the directory, and none of these files is one. */
export function lacksFile(call: Call, present: ReadonlySet<string>, known: Known): boolean {
  const { needsFile, files } = ask(call, 'compose') ?? {}
  if (!needsFile || files?.length !== 0 || !isHere(call)) return false
  return !looksElsewhere(call, known) && !COMPOSE_FILES.some((name) => present.has(name))
}

/** Whether something besides `--file` tells Compose where its files are: the directory, or what its files say, is not known. */
function looksElsewhere(call: Call, known: Known): boolean {
  return (
    ask(call, 'compose')?.elsewhere ||
    known.facts.calls.some((other) => /^(moves|brings)$/.test(ask(other, 'directory') ?? '') && isHere(other)) ||
    says('COMPOSE_FILE', known)
  )
}

/** Whether the page, or the file of variables that Compose reads by itself, names one of its variables. */
const says = (variable: string, known: Known): boolean =>
  known.facts.page.source.includes(variable) || (textOf('.env', known)?.includes(variable) ?? false)

const isPlainPath = (path: string | undefined): path is string =>
  path !== undefined && path !== '-' && !path.includes('$')

/** What a file says, as YAML; undefined where that is not known, or other files are drawn in. */
function rootOf(path: string, call: Call, known: Known): Mapping | undefined {
  if (isChanged(path, call, known)) return undefined
  const root = readYamlValue(textOf(path, known) ?? '')
  return isMapping(root) && isMapping(root.services) && !('include' in root) ? root : undefined
}

/** The text of a file a page shows, or that its system's working directory holds. */
function textOf(path: string, { facts: { page }, surroundings }: Known): string | undefined {
  const shown = filesOf(page).findLast((file) => file.path !== undefined && plainPath(file.path) === path)
  if (shown) return shown.text
  return isRunbook(page) ? surroundings.workspaceFile?.(page.header.system, path)?.text : undefined
}

/** Whether a command may write the file: any that names it, besides Compose, and the heredoc that shows it. */
function isChanged(path: string, { page }: Call, { facts }: Known): boolean {
  const shown = filesOf(page).some((file) => file.path !== undefined && plainPath(file.path) === path)
  return facts.calls.some((call) => {
    if (isComposeHere(call) || call.block.kind !== 'step') return false
    const written = call.command.redirects.flatMap(({ target }) => target?.value ?? [])
    const named = call.words.flatMap(({ text }) => text ?? [])
    return (shown ? named : [...named, ...written]).some((word) => plainPath(word) === path)
  })
}
