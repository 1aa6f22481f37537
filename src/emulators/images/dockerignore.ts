interface Pattern {
  negated: boolean
  regex: RegExp
}

/** Tells whether a context file (relative path) is excluded, by `.dockerignore` rules: the last matching line wins, `!` takes back. */
export function dockerignore(text: string): (path: string) => boolean {
  const patterns = text.split(/\r?\n/).flatMap(parseLine)
  return (path) => patterns.reduce((excluded, pattern) => (matches(pattern, path) ? !pattern.negated : excluded), false)
}

function parseLine(line: string): Pattern[] {
  if (line.startsWith('#')) return []
  const trimmed = line.replace(/^\uFEFF/, '').trim()
  const negated = trimmed.startsWith('!')
  const cleaned = (negated ? trimmed.slice(1).trim() : trimmed)
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
  return cleaned === '' ? [] : [{ negated, regex: globRegex(cleaned) }]
}

/** A pattern matches a path, or a directory above it. */
function matches(pattern: Pattern, path: string): boolean {
  const parts = path.split('/')
  return parts.some((_, index) => pattern.regex.test(parts.slice(0, index + 1).join('/')))
}

/** Go's filepath.Match plus `**`, as a regular expression over a whole relative path. */
export function globRegex(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\[[^\]]*\]|\\.|[\s\S]/g, (token) => {
    if (token === '**/') return '(?:.*/)?'
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    if (token.length > 1 && token.startsWith('[')) return token.replace(/\\(?!\])/g, '\\\\')
    return token.startsWith('\\') ? escaped(token.slice(1)) : escaped(token)
  })
  return new RegExp(`^${source}$`, 's')
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
