import type { BashCommand, BashWord } from '#document/bash/model.ts'

/**
 * What is known of the page's variables without running it: text in which
 * `${NAME}` stands for a value of the reader, and `${NAME#n}` for one only a
 * run can tell.
 */
export interface Symbols {
  resolve(word: BashWord): string | undefined
  /** Takes in what a command assigns. */
  assign(command: BashCommand): void
  /** Takes in a variable assigned in a way that cannot be followed. */
  forget(name: string): void
  /** A table that starts with what this one knows and leaves it as it is. */
  fork(): Symbols
}

const MAX_TEXT = 4000

/** A table for one page. */
export function symbolsOf(known: ReadonlyMap<string, string> = new Map()): Symbols {
  const values = new Map(known)
  let unknowns = 0
  const resolve = (word: BashWord): string | undefined => {
    let text = ''
    for (const piece of word.pieces) {
      if (piece.kind === 'unknown') return undefined
      text += piece.kind === 'text' ? piece.text : (values.get(piece.name) ?? `\${${piece.name}}`)
    }
    return text.length > MAX_TEXT ? undefined : text
  }
  const forget = (name: string) => {
    unknowns += 1
    values.set(name, `\${${name}#${unknowns}}`)
  }
  const set = (name: string, text: string | undefined) => (text === undefined ? forget(name) : values.set(name, text))
  const assign = (command: BashCommand) => {
    for (const { name, value } of assigned(command)) set(name, value && resolve(value))
  }
  return { resolve, assign, forget, fork: () => symbolsOf(values) }
}

/** Assignments that hold for later commands and always happen. */
function assigned(command: BashCommand): { name: string; value: BashWord | undefined }[] {
  if (command.name || command.inFunction || command.tested || command.substituted) return []
  return command.assignments.map(({ name, value }) => ({ name, value }))
}

/** Whether text holds a value only a run can tell. */
export const isOpaque = (text: string): boolean => text.includes('#') && /\$\{\w+#\d+\}/.test(text)
