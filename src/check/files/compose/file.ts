import type { Finding } from '#finding/finding.ts'
import { buildOf, envFilesOf, healthTestOf, servicesOf } from '#formats/compose/model.ts'
import { suggest } from '#schema/spelling.ts'
import { healthProgramOf, imageLacks } from '#tools/docker/images.ts'
import type { Around } from '../../rule.ts'
import { fileUnknown } from '../../rules/file/unknown.ts'
import { fileHealthProgram } from '../health-program.ts'
import { plainPath } from '../page-file.ts'
import { presentFiles } from '../present.ts'
import { placeOfPath, placeOfValue } from '../yaml/yaml.ts'
import type { ComposeAt, Service } from './at.ts'
import { imageless } from './imageless.ts'

/** What a Compose file says against the other files of its page. */
export function composeFileFindings(at: ComposeAt, around: Around): Finding[] {
  return servicesOf(at.root).flatMap(([name, body]) => [
    ...envFileFindings(at, { name, body }, around),
    ...dockerfileFindings(at, { name, body }, around),
    ...healthProgram(at, { name, body }),
    ...imageless(at, { name, body }),
  ])
}

function envFileFindings({ file, document }: ComposeAt, { name, body }: Service, around: Around): Finding[] {
  const present = presentFiles(around)
  if (!present || (file.path ?? '').includes('/')) return []
  return envFilesOf(body).flatMap(({ path, required, at }) => {
    if (!required || path === undefined || path.includes('$') || path.startsWith('/') || present.has(plainPath(path)))
      return []
    const data = { found: path, suggestion: suggest(plainPath(path), present) }
    return [fileUnknown.at(placeOfValue(file, document, ['services', name, ...at]), data)]
  })
}

function dockerfileFindings({ file, document }: ComposeAt, { name, body }: Service, around: Around): Finding[] {
  const present = presentFiles(around)
  const { context, dockerfile = 'Dockerfile', inline } = buildOf(body) ?? {}
  if (!present || !isLocal(context) || typeof dockerfile !== 'string' || inline !== undefined) return []
  const folder = plainPath(`${String(context)}/`).replace(/^\.?\/+/, '')
  const path = `${folder}${plainPath(dockerfile)}`
  if ((file.path ?? '').includes('/') || /^\.\.|\$/.test(path) || present.has(path)) return []
  const data = { found: path, suggestion: suggest(path, present) }
  return [fileUnknown.at(placeOfPath(file, document, ['services', name, 'build']), data)]
}

const isLocal = (context: unknown): context is string =>
  typeof context === 'string' && !/:\/\/|^git@|^\/|\$/.test(context)

/** A health check by a program a public image does not have. What the page's own image has is told by its Dockerfile. */
function healthProgram({ file, document }: ComposeAt, { name, body }: Service): Finding[] {
  const { image } = body
  const program = healthProgramOf(healthTestOf(body).join(' '))
  if (program === undefined || 'build' in body || typeof image !== 'string' || !imageLacks(image, program)) return []
  const path = ['services', name, 'healthcheck', 'test']
  return [fileHealthProgram.at(placeOfPath(file, document, path), { program, image })]
}
