import type { Localized } from '#schema/locale.ts'
import type { ResourceKind } from '#tools/facts/names.ts'
import type { LineWord } from '#tools/match/line.ts'
import { ask, type Call } from './call.ts'
import { isOpaque } from './symbols.ts'

export const KIND_NAMES: Readonly<Record<ResourceKind, Localized>> = {
  image: { es: 'la imagen', en: 'image' },
  pushed: { es: 'la imagen', en: 'image' },
  container: { es: 'el contenedor', en: 'container' },
  secret: { es: 'el secreto', en: 'secret' },
  'service-account': { es: 'la cuenta de servicio', en: 'service account' },
  repository: { es: 'el repositorio', en: 'repository' },
  service: { es: 'el servicio', en: 'service' },
  bucket: { es: 'el bucket', en: 'bucket' },
}

/** One mention of a thing by a call. `region` is where it is made or looked for, when the call says. */
export interface Mention {
  kind: ResourceKind
  role: 'makes' | 'uses'
  name: string
  word: LineWord
  region?: string | undefined
}

/** Everything a call makes or uses by name, in words whose text is known. */
export function mentionsOf(call: Call): Mention[] {
  const named = ask(call, 'names') ?? []
  const region = named.length > 0 ? ask(call, 'region')?.text : undefined
  return named.flatMap(({ kind, role, word }): Mention[] => {
    const name = word.text === undefined ? undefined : nameOf(kind, word.text)
    return name ? [{ kind, role, name, word, region }] : []
  })
}

/** The name a word gives a thing, or undefined when it names something else, or nothing certain. */
function nameOf(kind: ResourceKind, text: string): string | undefined {
  const name = namedBy(kind, text)
  return name === undefined || isOpaque(name) ? undefined : name
}

function namedBy(kind: ResourceKind, text: string): string | undefined {
  if (kind === 'service-account') return accountOf(text)
  if (kind === 'image' || kind === 'pushed')
    return text.includes('@') || /^[0-9a-f]{12,64}$/.test(text) ? undefined : imageName(text)
  return text.slice(text.lastIndexOf('/') + 1)
}

/** An image without a tag is its `latest`. */
export const imageName = (text: string): string => text.replace(/:latest$/, '')

/** `x` of `x`, of `x@project.iam.gserviceaccount.com` and of `serviceAccount:x@…`. Google's own agents are not made by a page. */
function accountOf(text: string): string | undefined {
  if (/^(user|group|domain|principal|principalSet|all\w*)/.test(text) && !text.includes('gserviceaccount'))
    return undefined
  const [name = '', domain] = text.replace(/^serviceAccount:/, '').split('@', 2)
  if (
    domain !== undefined &&
    (!domain.endsWith('.iam.gserviceaccount.com') || domain.startsWith('gcp-sa-') || domain.startsWith('serverless-'))
  )
    return undefined
  return name.slice(name.lastIndexOf('/') + 1)
}
