/** What is known of programs by their names alone, for where a command is read before its tool is loaded. */

/** How many words name a command of a tool; for others the tool's name says enough. */
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

/** How many words after a tool's name belong to the name of a command, given the first of them. */
export function commandWords(tool: string, first: string): number {
  if (tool === 'docker' && GROUPS.has(first)) return 2
  return Object.hasOwn(WORDS, tool) ? (WORDS[tool] as number) : 0
}

/** Whether a program only prepares what the next command does. */
export const onlyPrepares = (name: string): boolean => PREPARING.has(name)

const PREPARING = new Set(['cd', 'echo', 'export', 'printf', 'set', 'source', '.', 'read', 'mkdir', 'test', '['])

/** Whether a program runs another as someone else. */
export const runsAsOther = (name: string): boolean => name === 'sudo'

/** Whether a program writes what it is fed, to a file it is given. */
export const writesInput = (name: string | undefined): boolean => name === 'tee'

/** Whether the arguments of a program may be sentences. */
export const takesSentences = (name: string): boolean => SPEAKING.has(name)

const SPEAKING = new Set(['echo', 'printf', 'logger', 'wall', ':', '[', 'export', 'eval'])
