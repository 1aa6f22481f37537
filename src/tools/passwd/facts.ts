import type { ToolFacts } from '../facts/model.ts'
import { hasOption } from '../match/line.ts'

/** What changes no password, or asks for none (passwd(1)). */
const SILENT = [
  ...['--stdin', '--lock', '--unlock', '--delete', '--expire', '--status', '--help'],
  ...['l', 'u', 'd', 'e', 'S', 'x', 'n', 'w', 'i'],
]

export const facts: ToolFacts = {
  every: { asks: (line) => (hasOption(line, ...SILENT) ? undefined : { instead: 'person' }) },
}
