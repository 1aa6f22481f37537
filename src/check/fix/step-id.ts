import type { BashCommand } from '#document/bash-model.ts'

/** Tools whose commands have a name of so many words; for others the tool's name says enough. */
const WORDS: Readonly<Record<string, number>> = {
  apt: 1,
  'apt-get': 1,
  docker: 1,
  gcloud: 3,
  git: 1,
  helm: 1,
  kubectl: 1,
  make: 1,
  npm: 1,
  pip: 1,
  pnpm: 1,
  systemctl: 1,
  terraform: 1,
}
/** Groups of docker, which take one word more. */
const GROUPS = new Set(
  'builder buildx compose container context image manifest network plugin system volume'.split(' '),
)
/** What only prepares the command that names the step. */
const PREPARING = new Set(['cd', 'echo', 'export', 'printf', 'set', 'source', '.', 'read', 'mkdir', 'test', '['])

/** An id for a step from the first command that says what it does: `docker-compose-up`. Not in `taken`. */
export function stepIdOf(commands: readonly BashCommand[], taken: ReadonlySet<string>): string {
  const named = commands.map(wordsOf).filter(([name]) => name)
  const words = named.find(([name = '']) => !PREPARING.has(name)) ?? named[0] ?? []
  const base = slugOf(nameOf(words)) || 'step'
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}-${count}`
    if (!taken.has(id)) return id
  }
}

/** A command without `sudo`; a word only a run can tell is empty. */
function wordsOf({ name, args }: BashCommand): string[] {
  const words = [name, ...args].map((word) => word?.value ?? '')
  return words[0] === 'sudo' ? words.slice(words.findIndex((word, at) => at > 0 && !word.startsWith('-'))) : words
}

function nameOf([first = '', ...rest]: readonly string[]): string[] {
  const tool = first.slice(first.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const own = Object.hasOwn(WORDS, tool) ? (WORDS[tool] as number) : 0
  const count = tool === 'docker' && GROUPS.has(rest[0] ?? '') ? 2 : own
  const plain = rest.slice(0, count)
  const end = plain.findIndex((word) => !/^[a-z][a-z-]*$/.test(word))
  return [tool, ...plain.slice(0, end < 0 ? plain.length : end)]
}

const slugOf = (words: readonly string[]) =>
  words
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
