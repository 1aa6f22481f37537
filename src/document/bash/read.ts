import { parse } from 'unbash'
import { commentsOf, leftoverOf } from './comments.ts'
import type { BashError, BashScript, Span } from './model.ts'
import { walkScript } from './walk.ts'

/**
 * What the checks need to know about a block of bash: every command, also in
 * functions, conditions and substitutions, and every variable. Offsets are
 * UTF-16, into `text`. Never throws: what cannot be parsed is in `errors`.
 */
export function parseBash(text: string): BashScript {
  try {
    const script = parse(text)
    const facts = walkScript(script)
    const errors = [...facts.errors, ...leftoverOf(text, script, facts.covered)]
    return {
      errors: distinct(errors),
      commands: facts.commands.toSorted(byStart),
      reads: facts.reads.toSorted(byStart),
      writes: facts.writes.toSorted(byStart),
      functions: facts.functions,
      comments: commentsOf(text, facts.covered),
    }
  } catch {
    // The parser and the walk recurse: text nested thousands deep ends here.
    return unreadable(text)
  }
}

const byStart = (a: Span, b: Span) => a.start - b.start || a.end - b.end

function distinct(errors: readonly BashError[]): BashError[] {
  const byPlace = new Map(errors.map((error) => [`${error.start}:${error.message}`, error]))
  return [...byPlace.values()].toSorted(byStart)
}

function unreadable(text: string): BashScript {
  const errors = [{ message: 'nested too deeply', start: 0, end: Math.min(1, text.length) }]
  return { errors, commands: [], reads: [], writes: [], functions: [], comments: [] }
}
