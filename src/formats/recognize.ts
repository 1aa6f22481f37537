import { type FormatName, formatOfLanguage, formatOfPath } from './registry.ts'

interface Shown {
  path: string | undefined
  /** Of its fence. */
  language: string
  text: string
}

/** The format of a file by its name, else by its fence's language and, where that leaves it open, by what it holds. */
export function formatOf({ path, language, text }: Shown): FormatName | undefined {
  const named = path === undefined ? undefined : formatOfPath(path)
  if (named) return named === 'yaml' ? yamlKind(text) : named
  const format = formatOfLanguage(language)
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
