import type { Command, Grammar } from '#tools/match/model.ts'

/** Every other name of the commands of a grammar, each with its command's shortest one. */
export function aliases({ root }: Grammar): [string, string][] {
  const found: [string, string][] = []
  const walk = (command: Command, path: readonly string[], shortest: readonly string[]): void => {
    const own = command.aliasOf?.split(' ')
    const at = own ? own.reduce<Command>((group, name) => group.commands?.[name] ?? {}, root) : command
    const short = own ?? shortest
    if (at.commands === undefined && path.join(' ') !== short.join(' ')) found.push([path.join(' '), short.join(' ')])
    for (const [name, inner] of Object.entries(at.commands ?? {})) walk(inner, [...path, name], [...short, name])
  }
  walk(root, [], [])
  return found
}
