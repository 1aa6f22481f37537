import type { Quoting } from '#document/bash/places.ts'

/** A value as one bash word that means exactly itself, `it's` as `'it'\''s'`. */
export function quote(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`
}

/**
 * A value as it must be written where a block has a variable, so that bash reads exactly that value
 * there, in a script and in an interactive shell, where `!` recalls history even in double quotes.
 * Undefined where no writing of it is safe, for example a line of a here-document that could end it.
 */
export function writtenAt(quoting: Quoting, value: string): string | undefined {
  if (quoting.kind === 'word') return BARE.test(value) ? value : quote(value)
  if (quoting.kind === 'double') return value.replace(/[\\"$`]/g, '\\$&').replace(/!+/g, `"'$&'"`)
  const couldEnd = quoting.delimiter.includes(value) || /[\n\t]/.test(value)
  return couldEnd ? undefined : value.replace(/[\\$`]/g, '\\$&')
}

/** What means itself without quotes: no splitting, pattern, brace, tilde, assignment, history or comment. */
const BARE = /^[\w./:@%+-]+$/

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
