import { describe, expect, test } from 'vitest'
import { factsOfCommand } from '#tools/facts/model.ts'
import { matchCommand } from '#tools/match/match.ts'
import { knownWords } from '#tools/match/word.ts'
import { aliases } from './aliases.ts'
import { knownTool } from './facts.ts'

describe.each(['docker', 'git', 'systemctl', 'apt', 'apt-get'])('%s', (name) => {
  const { grammar: known, facts } = knownTool(name)
  const matched = (path: string, ...words: readonly string[]) =>
    matchCommand(known, knownWords([...path.split(' '), ...words]))

  test('has commands with several names', () => {
    expect(aliases(known).length).toBeGreaterThan(0)
  })

  test.each(aliases(known))('%s is %s', (alias, shortest) => {
    const [one, other] = [matched(alias, '--flag', 'word'), matched(shortest, '--flag', 'word')]
    expect(one.subcommand).toBe(alias)
    expect(one.canonical).toBe(shortest)
    expect(one.command).toBe(other.command)
    expect(one.flags).toEqual(other.flags)
    expect(factsOfCommand(facts, one)).toBe(factsOfCommand(facts, other))
  })
})

test('the names docker lists as one are one', () => {
  const known = knownTool('docker').grammar
  const shortest = (path: string) => matchCommand(known, knownWords(path.split(' '))).canonical
  expect(['container run', 'run'].map(shortest)).toEqual(['run', 'run'])
  expect(['image build', 'builder build', 'buildx build', 'buildx b', 'build'].map(shortest)).toEqual(
    Array.from({ length: 5 }, () => 'build'),
  )
  expect(['image rm', 'image remove', 'rmi'].map(shortest)).toEqual(['rmi', 'rmi', 'rmi'])
  expect(['container ls', 'container list', 'container ps'].map(shortest)).toEqual(['ps', 'ps', 'ps'])
  expect(shortest('builder prune')).toBe('buildx prune')
  expect(shortest('container prune')).toBe('container prune')
})
