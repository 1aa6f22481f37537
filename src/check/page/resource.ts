import type { Localized } from '#schema/locale.ts'
import { type Call, type CallWord, flagValue, flagValues, hasFlag, positionals } from './call.ts'
import { isOpaque } from './symbols.ts'

/** Kinds of things steps make and use by name. */
export type ResourceKind = 'image' | 'pushed' | 'container' | 'secret' | 'service-account' | 'repository' | 'service'

export const KIND_NAMES: Readonly<Record<ResourceKind, Localized>> = {
  image: { es: 'la imagen', en: 'image' },
  pushed: { es: 'la imagen', en: 'image' },
  container: { es: 'el contenedor', en: 'container' },
  secret: { es: 'el secreto', en: 'secret' },
  'service-account': { es: 'la cuenta de servicio', en: 'service account' },
  repository: { es: 'el repositorio', en: 'repository' },
  service: { es: 'el servicio', en: 'service' },
}

/** One mention of a thing by a call. `region` is where it is made or looked for, when the call says. */
export interface Mention {
  kind: ResourceKind
  role: 'makes' | 'uses'
  name: string
  word: CallWord
  region?: string | undefined
}

interface Source {
  kind: ResourceKind
  role: Mention['role']
  tool: 'gcloud' | 'docker'
  paths: readonly string[]
  words: (call: Call) => readonly CallWord[]
}

const first = (call: Call) => positionals(call).slice(0, 1)
const all = (call: Call) => positionals(call)
const flag =
  (...names: readonly string[]) =>
  (call: Call) =>
    flagValues(call, ...names)
const pushes = (call: Call) => (hasFlag(call, '--push') ? flagValues(call, '--tag', '-t') : [])

/** Which words of which commands name what. */
const SOURCES: readonly Source[] = [
  {
    kind: 'image',
    role: 'makes',
    tool: 'docker',
    paths: ['build', 'buildx build', 'image build'],
    words: flag('--tag', '-t'),
  },
  { kind: 'image', role: 'makes', tool: 'docker', paths: ['pull', 'image pull'], words: first },
  { kind: 'image', role: 'uses', tool: 'docker', paths: ['tag', 'image tag'], words: first },
  { kind: 'image', role: 'makes', tool: 'docker', paths: ['tag', 'image tag'], words: (call) => all(call).slice(1, 2) },
  { kind: 'image', role: 'uses', tool: 'docker', paths: ['push', 'image push'], words: first },
  {
    kind: 'image',
    role: 'uses',
    tool: 'docker',
    paths: ['run', 'container run', 'create', 'history', 'save', 'image inspect'],
    words: first,
  },
  { kind: 'pushed', role: 'makes', tool: 'docker', paths: ['push', 'image push'], words: first },
  { kind: 'pushed', role: 'makes', tool: 'docker', paths: ['build', 'buildx build'], words: pushes },
  { kind: 'pushed', role: 'makes', tool: 'gcloud', paths: ['builds submit'], words: flag('--tag') },
  {
    kind: 'pushed',
    role: 'uses',
    tool: 'gcloud',
    paths: ['run deploy', 'run services update', 'run jobs deploy'],
    words: flag('--image'),
  },
  {
    kind: 'container',
    role: 'makes',
    tool: 'docker',
    paths: ['run', 'container run', 'create'],
    words: flag('--name'),
  },
  {
    kind: 'container',
    role: 'uses',
    tool: 'docker',
    paths: [
      'stop',
      'start',
      'restart',
      'rm',
      'kill',
      'wait',
      'pause',
      'unpause',
      'container stop',
      'container rm',
      'container start',
    ],
    words: all,
  },
  {
    kind: 'container',
    role: 'uses',
    tool: 'docker',
    paths: ['logs', 'exec', 'port', 'top', 'container logs', 'container exec'],
    words: first,
  },
  { kind: 'secret', role: 'makes', tool: 'gcloud', paths: ['secrets create'], words: first },
  {
    kind: 'secret',
    role: 'uses',
    tool: 'gcloud',
    paths: [
      'secrets versions add',
      'secrets versions list',
      'secrets describe',
      'secrets delete',
      'secrets update',
      'secrets add-iam-policy-binding',
      'secrets remove-iam-policy-binding',
      'secrets get-iam-policy',
    ],
    words: first,
  },
  {
    kind: 'secret',
    role: 'uses',
    tool: 'gcloud',
    paths: [
      'secrets versions access',
      'secrets versions describe',
      'secrets versions disable',
      'secrets versions destroy',
    ],
    words: flag('--secret'),
  },
  { kind: 'secret', role: 'uses', tool: 'gcloud', paths: ['run deploy', 'run services update'], words: mountedSecrets },
  { kind: 'service-account', role: 'makes', tool: 'gcloud', paths: ['iam service-accounts create'], words: first },
  {
    kind: 'service-account',
    role: 'uses',
    tool: 'gcloud',
    paths: [
      'iam service-accounts describe',
      'iam service-accounts delete',
      'iam service-accounts add-iam-policy-binding',
      'iam service-accounts get-iam-policy',
    ],
    words: first,
  },
  {
    kind: 'service-account',
    role: 'uses',
    tool: 'gcloud',
    paths: ['run deploy', 'run services update', 'eventarc triggers create'],
    words: flag('--service-account'),
  },
  {
    kind: 'service-account',
    role: 'uses',
    tool: 'gcloud',
    paths: [
      'projects add-iam-policy-binding',
      'projects remove-iam-policy-binding',
      'secrets add-iam-policy-binding',
      'run services add-iam-policy-binding',
      'artifacts repositories add-iam-policy-binding',
    ],
    words: flag('--member'),
  },
  { kind: 'repository', role: 'makes', tool: 'gcloud', paths: ['artifacts repositories create'], words: first },
  {
    kind: 'repository',
    role: 'uses',
    tool: 'gcloud',
    paths: [
      'artifacts repositories describe',
      'artifacts repositories delete',
      'artifacts repositories update',
      'artifacts repositories add-iam-policy-binding',
    ],
    words: first,
  },
  { kind: 'service', role: 'makes', tool: 'gcloud', paths: ['run deploy'], words: first },
  {
    kind: 'service',
    role: 'uses',
    tool: 'gcloud',
    paths: [
      'run services describe',
      'run services delete',
      'run services update',
      'run services update-traffic',
      'run services proxy',
      'run services logs read',
      'run services logs tail',
      'run services add-iam-policy-binding',
      'run services get-iam-policy',
    ],
    words: first,
  },
  { kind: 'service', role: 'uses', tool: 'gcloud', paths: ['run revisions list'], words: flag('--service') },
]

const BY_COMMAND = Map.groupBy(
  SOURCES.flatMap((source) => source.paths.map((path) => ({ key: `${source.tool} ${path}`, source }))),
  ({ key }) => key,
)

/** Everything a call makes or uses by name, in words whose text is known. */
export function mentionsOf(call: Call): Mention[] {
  if (!call.match) return []
  const sources = BY_COMMAND.get(`${call.name} ${call.match.subcommand}`) ?? []
  const region = flagValue(call, '--region', '--location')?.text
  return sources.flatMap(({ source: { kind, role, words } }) =>
    words(call).flatMap((word): Mention[] => {
      const name = word.text === undefined ? undefined : nameOf(kind, word.text)
      return name ? [{ kind, role, name, word, region }] : []
    }),
  )
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

/** The secrets of `--set-secrets=NAME=secret:version,/path=secret:version`. */
function mountedSecrets(call: Call): CallWord[] {
  return flagValues(call, '--set-secrets', '--update-secrets').flatMap(({ word, text }) =>
    (text ?? '').split(',').flatMap((pair) => {
      const name = /^[^=]+=([^:]+)(:|$)/.exec(pair)?.[1]
      return name ? [{ word, text: name }] : []
    }),
  )
}
