import type { Flag } from '../match/model.ts'

/** The flags of a command of docker with `--help`, which all of them take, groups too, and no help text lists; `-h` is its old short form. */
export function withHelp(flags: readonly Flag[]): readonly Flag[] {
  const has = (name: string) => flags.some(({ names }) => names.includes(name))
  return has('--help') ? flags : [...flags, { names: has('-h') ? ['--help'] : ['--help', '-h'], hidden: true }]
}
