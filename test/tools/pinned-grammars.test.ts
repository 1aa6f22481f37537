import { expect, test } from 'vitest'
import { COMMANDS } from '#emulators/gcloud/commands/all.ts'
import { loadGrammar } from '#tools/load-grammar.ts'
import type { Command, Grammar } from '#tools/match/model.ts'

/** Every command of a grammar by path. */
const leaves = ({ root }: Grammar): Map<string, Command> => {
  const found = new Map<string, Command>()
  const walk = (command: Command, path: readonly string[]): void => {
    if (command.commands === undefined) found.set(path.join(' '), command)
    for (const [name, inner] of Object.entries(command.commands ?? {})) walk(inner, [...path, name])
  }
  walk(root, [])
  return found
}

test.each(['gcloud', 'docker'] as const)('the grammar of %s holds to its model', async (tool) => {
  const grammar = await loadGrammar(tool)
  expect(grammar).toMatchObject({ tool, syntax: tool, version: expect.stringMatching(/^\d/) })
  expect(leaves(grammar).size).toBeGreaterThan(50)
  for (const [path, command] of leaves(grammar)) {
    const names = (command.flags ?? []).flatMap((flag) => flag.names)
    expect(
      names.filter((name) => !/^--?[A-Za-z0-9]/.test(name)),
      path,
    ).toEqual([])
    const spellings = [...names, ...(command.positionals ?? []).map(({ name }) => name)]
    expect(
      (command.groups ?? []).flatMap(({ flags }) => flags.flat()).filter((name) => !spellings.includes(name)),
      path,
    ).toEqual([])
  }
})

test('every command and flag the emulator honours is in the grammar', async () => {
  const grammar = await loadGrammar('gcloud')
  const known = leaves(grammar)
  for (const [path, { flags }] of Object.entries(COMMANDS)) {
    const command = known.get(path)
    expect(command, path).toBeDefined()
    const names = [...(command?.flags ?? []), ...grammar.global].flatMap((flag) => flag.names)
    expect(
      flags.filter((name) => !names.includes(name)),
      path,
    ).toEqual([])
  }
})
