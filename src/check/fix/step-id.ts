import type { BashCommand } from '#document/bash/model.ts'
import { commandWords, onlyPrepares, runsAsOther } from '#tools/by-name.ts'

/** An id for a step from the first command that says what it does: `docker-compose-up`. Not in `taken`. */
export function stepIdOf(commands: readonly BashCommand[], taken: ReadonlySet<string>): string {
  const named = commands.map(wordsOf).filter(([name]) => name)
  const words = named.find(([name = '']) => !onlyPrepares(name)) ?? named[0] ?? []
  const base = slugOf(nameOf(words)) || 'step'
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`
    if (!taken.has(id)) return id
  }
}

/** A command without `sudo`; a word only a run can tell is empty. */
function wordsOf({ name, args }: BashCommand): string[] {
  const words = [name, ...args].map((word) => word?.value ?? '')
  return runsAsOther(words[0] ?? '')
    ? words.slice(words.findIndex((word, at) => at > 0 && !word.startsWith('-')))
    : words
}

function nameOf([first = '', ...rest]: readonly string[]): string[] {
  const tool = first.slice(first.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const plain = rest.slice(0, commandWords(tool, rest[0] ?? ''))
  const end = plain.findIndex((word) => !/^[a-z][a-z-]*$/.test(word))
  return [tool, ...plain.slice(0, end < 0 ? plain.length : end)]
}

const slugOf = (words: readonly string[]) =>
  words
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
