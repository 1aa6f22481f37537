import type { Printed } from './expect.ts'
import { chainsOf } from './redaction/encoded-forms.ts'
import { createOutputFilter, type OutputFilter, type Piece } from './redaction/output.ts'
import { hide, together } from './redaction/ranges.ts'
import { beginningsOf, createScanner } from './redaction/scanner.ts'

/** What stands in the place of a secret. */
export const MASK = '***'

/** Hides secrets in texts and in what steps print. */
export interface Redactor {
  /** A whole text with every secret masked. */
  text(text: string): string
  /** Any data with every string in it masked, keys included. */
  data<T>(data: T): T
  /** All that a step printed. The order in which the two streams came is not known: a secret may begin in either. */
  printed(printed: Printed): Printed
  /** A filter for what one step prints: a secret split across chunks, lines or both streams is still found. */
  output(): OutputFilter
}

/**
 * A redactor of these values, as they are and in the ways tools write them: quoted and escaped, wrapped, coloured, as
 * numbers, in base64 at any place of a longer text. The one there is: for terminal, journal, state and reports alike.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const chains = chainsOf(secrets)
  const beginnings = beginningsOf(chains)
  const text = (value: string) => {
    const found = createScanner(beginnings).push(value)
    return found.length === 0 ? value : hide(value, { stretches: together(found.map(marked)), mask: MASK })
  }
  const output = () => createOutputFilter(beginnings, MASK)
  const printed = ({ stdout, stderr }: Printed) => {
    if (chains.length === 0) return { stdout, stderr }
    const filter = output()
    filter.push('stdout', stdout)
    filter.push('stderr', stderr)
    return byStream(filter.flush())
  }
  return { text, data: (data) => mapStrings(data, text) as typeof data, printed, output }
}

/** What was printed on each stream, put together. */
export function byStream(pieces: readonly Piece[]): Printed {
  const of = (name: Piece['stream']) => pieces.flatMap(({ stream, chunk }) => (stream === name ? chunk : [])).join('')
  return { stdout: of('stdout'), stderr: of('stderr') }
}

const marked = <Item>(item: Item) => ({ ...item, marked: true })

function mapStrings(data: unknown, map: (value: string) => string): unknown {
  if (typeof data === 'string') return map(data)
  if (Array.isArray(data)) return data.map((member) => mapStrings(member, map))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, member]) => [map(key), mapStrings(member, map)]))
}
