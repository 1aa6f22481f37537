import type { Port } from '../facts/containers.ts'
import type { CommandFacts, ToolFacts } from '../facts/model.ts'
import { type CommandLine, hasLetter, textsOf } from '../match/line.ts'

/** A server in the foreground, unless one of these options ends it or leaves the terminal. */
export const server = (letters: string, ...options: readonly string[]): CommandFacts => ({
  waits: (line) => (hasLetter(line, letters, ...options, '--help', '--version') ? undefined : 'until stopped'),
  ports: servedPorts,
})

/** The ports of `--port`. */
export function servedPorts(line: CommandLine): readonly Port[] {
  return textsOf(line).flatMap((text, index): Port[] => {
    const at = line.words[text === '--port' ? index + 1 : index]
    const value = text === '--port' ? at?.text : /^--port=(.+)$/.exec(text)?.[1]
    return at && value !== undefined ? [{ by: 'server', word: at, outside: value }] : []
  })
}

/** A server of which the port is known, and not whether it stays. */
export const facts: ToolFacts = { every: { ports: servedPorts } }
