import { describe, expect, test } from 'vitest'
import { areBeside, certainly, onlyNeighbour, slipBetween, suggest } from '#schema/spelling.ts'

describe('what a word most likely meant', () => {
  test.each([
    ['psuh', ['push', 'pull'], 'push'],
    ['pus', ['push', 'pull'], 'push'],
    ['ab', ['xy'], undefined],
    ['rnu', ['run'], 'run'],
    ['sp', ['ps'], 'ps'],
    ['abc', ['axy'], undefined],
    ['--regoin', ['--region', '--project'], '--region'],
    ['europe-wst1', ['europe-west1', 'europe-west2'], 'europe-west1'],
    ['push', ['push'], undefined],
    ['x'.repeat(300), ['x'.repeat(299)], undefined],
    ['', ['a'], 'a'],
  ])('%s among %j: %s', (word, candidates, meant) => {
    expect(suggest(word, candidates)).toBe(meant)
  })
})

test.each([
  ['psuh', 'push', 'swapped', 1],
  ['pish', 'push', 'changed', 1],
  ['pus', 'push', 'missing', 3],
  ['puush', 'push', 'extra', 2],
  ['push', 'push', undefined, undefined],
  ['pull', 'push', undefined, undefined],
  ['a', 'abc', undefined, undefined],
])('%s of %s is %s', (word, meant, kind, at) => {
  expect(slipBetween(word, meant)).toEqual(kind && { kind, at })
})

test('only a neighbour without a rival is one beyond doubt', () => {
  expect(onlyNeighbour('psuh', ['push', 'pull'])).toBe('push')
  expect(onlyNeighbour('pish', ['push', 'posh'])).toBeUndefined()
  expect(onlyNeighbour('pish', ['pull'])).toBeUndefined()
  expect(certainly('--regoin', ['--region'])).toEqual({ certain: '--region' })
  expect(certainly('-ti', ['-it'])).toEqual({})
  expect(certainly('build:', ['build'])).toEqual({})
})

test('letters side by side', () => {
  expect([areBeside('a', 's'), areBeside('a', 'q'), areBeside('p', 'o'), areBeside('a', 'a')]).toEqual([
    true,
    false,
    true,
    false,
  ])
})
