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
