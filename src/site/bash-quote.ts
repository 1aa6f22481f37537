/** A value as one bash word that means exactly itself, `it's` as `'it'\''s'`. */
export function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`
}

/**
 * Bash that sets the values typed, one per line, and then asks for each secret
 * without echo. The secrets share the last line: `read` takes the next line
 * pasted, so nothing may follow it.
 */
export function exportSnippet(values: ReadonlyMap<string, string>, secrets: readonly string[]): string {
  const exports = [...values]
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `export ${name}=${quote(value)}`)
  const asks = secrets.map((name) => `printf '${name}: ' && read -rs ${name} && export ${name} && echo`)
  return [...exports, ...(asks.length > 0 ? [asks.join(' && ')] : [])].join('\n')
}
