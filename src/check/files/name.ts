/** Formats whose files are checked. */
export type FormatName =
  | 'dockerfile'
  | 'compose'
  | 'workflow'
  | 'cloud-build'
  | 'yaml'
  | 'json'
  | 'toml'
  | 'python'
  | 'nginx'
  | 'systemd'
  | 'env'
  | 'makefile'

interface Shown {
  path: string | undefined
  language: string
  text: string
}

const BY_LANGUAGE: Readonly<Record<string, FormatName>> = {
  dockerfile: 'dockerfile',
  docker: 'dockerfile',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  toml: 'toml',
  python: 'python',
  py: 'python',
  nginx: 'nginx',
  systemd: 'systemd',
  env: 'env',
  dotenv: 'env',
  makefile: 'makefile',
  make: 'makefile',
}

const BY_PATH: readonly (readonly [RegExp, FormatName])[] = [
  [/(^|\/)Dockerfile(\.(?!dockerignore$)[\w-]+)?$|\.dockerfile$/i, 'dockerfile'],
  [/(^|\/)(docker-)?compose[\w.-]*\.ya?ml$/, 'compose'],
  [/(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, 'workflow'],
  [/(^|\/)cloudbuild[\w.-]*\.ya?ml$/, 'cloud-build'],
  [/\.ya?ml$/, 'yaml'],
  [/\.json$/, 'json'],
  [/\.toml$/, 'toml'],
  [/\.py$/, 'python'],
  [/(^|\/)(nginx[\w.-]*\.conf|(nginx|sites-(available|enabled)|conf\.d)\/.+)$/, 'nginx'],
  [/\.(service|timer|socket|path|mount|target|slice)(\.d\/[^/]+\.conf)?$/, 'systemd'],
  [/(^|\/)[\w-]*\.env(\.[\w.-]+)?$/, 'env'],
  [/(^|\/)(GNU)?[Mm]akefile(\.[\w-]+)?$|\.mk$/, 'makefile'],
]

/** The format of a file by its name, else by its fence's language and, where that leaves it open, by what it holds. */
export function formatOf({ path, language, text }: Shown): FormatName | undefined {
  const named = path === undefined ? undefined : BY_PATH.find(([pattern]) => pattern.test(path))?.[1]
  if (named) return named === 'yaml' ? yamlKind(text) : named
  const format = BY_LANGUAGE[language.toLowerCase()]
  if (format === 'yaml' && path === undefined) return yamlKind(text)
  if (format !== undefined) return format
  if (language.toLowerCase() !== 'ini' && language.toLowerCase() !== 'conf') return undefined
  if (/^\[(Unit|Service|Install|Timer|Socket)\]\s*$/m.test(text)) return 'systemd'
  return /^\s*(server|upstream|location|http)\b.*\{\s*$/m.test(text) ? 'nginx' : undefined
}

/** YAML that no name tells more of is a Compose file when its outermost keys say so. */
function yamlKind(text: string): FormatName {
  const indent = /^( *)[^\s#-]/m.exec(text.replaceAll(/^\s*#.*$/gm, ''))?.[1] ?? ''
  const outermost = [...text.matchAll(/^( *)([\w-]+):/gm)]
    .filter(([, spaces]) => spaces === indent)
    .map(([, , key]) => key)
  return outermost.includes('services') && outermost.every((key) => COMPOSE_KEYS.has(key ?? '')) ? 'compose' : 'yaml'
}

const COMPOSE_KEYS = new Set('version name include services networks volumes secrets configs'.split(' '))
