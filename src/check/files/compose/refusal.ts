import type { Page } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { envFilesOf, servicesOf } from '#formats/compose/model.ts'
import { type Mapping, plainValue, record } from '#formats/yaml/value.ts'
import { filesOf, nameOf, type PageFile } from '../page-file.ts'
import { placeOfValue, yamlOf } from '../yaml/yaml.ts'
import { fileComposeRefused } from './refused.ts'

/** A Compose file a page shows whole, and what it reads from around it. */
export interface ShownCompose {
  file: PageFile
  text: string
  envFiles: readonly string[]
  variables: readonly string[]
}

/** The Compose files of a page that stand for themselves: not laid over another, and building on no other. */
export function shownCompose(page: Page): ShownCompose[] {
  return filesOf(page).flatMap((file): ShownCompose[] => {
    if (file.format !== 'compose' || !file.whole) return []
    const [document] = yamlOf(file).documents
    const root = record(document && plainValue(document))
    const services = servicesOf(root).map(([, body]) => body)
    const standsAlone = services.every((body) => ['image', 'build', 'extends'].some((key) => key in body))
    const builds = 'include' in root || services.some(({ extends: base }) => 'file' in record(base))
    if (!document || builds || !standsAlone) return []
    const variables = [...file.text.matchAll(/\$\{([A-Za-z_]\w*):?\?/g)].map(([, name = '']) => name)
    return [{ file, text: file.text, envFiles: services.flatMap(pathsOf), variables }]
  })
}

const pathsOf = (body: Mapping): string[] => envFilesOf(body).flatMap(({ path }) => path ?? [])

/** What Compose itself says against a file, at the value it speaks of. */
export function refusedCompose({ file }: ShownCompose, reason: string): Finding {
  const [document] = yamlOf(file).documents
  const place = document ? placeOfValue(file, document, pathIn(reason)) : file.at(0)
  return fileComposeRefused.at(place, { file: nameOf(file), reason })
}

/** `services[api].ulimits.nofile`, `services.api.ports`, `secrets.k`, `service "api"`. */
function pathIn(reason: string): string[] {
  const path = /\b(?:services|networks|volumes|secrets|configs)(?:\.[\w-]+|\[[\w-]+\])+/.exec(reason)?.[0]
  if (path) return path.split(/[.[\]]+/).filter(Boolean)
  const service = /\bservice "?([\w.-]+)"?/.exec(reason)?.[1]
  return service ? ['services', service] : []
}
