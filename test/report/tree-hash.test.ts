import {
  chmodSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { hashTrees, WORLD_ROOMS, worldHash } from '#report/tree-hash.ts'

const root = mkdtempSync(join(tmpdir(), 'trees-'))
const at = (path: string) => join(root, path)
const write = (path: string, text: string) => {
  mkdirSync(join(at(path), '..'), { recursive: true })
  writeFileSync(at(path), text)
}
afterAll(() => rmSync(root, { recursive: true }))
beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  for (const file of FILES) write(file, file)
})

const FILES = [
  'node_modules/.pnpm/lock.yaml',
  'src/emulators/gcloud/a.ts',
  'src/finding/a.ts',
  'src/fixture/docker/image/Dockerfile',
  'src/formats/compose/catalogue.json',
  'src/tools/gcloud/grammar.json',
  'src/run/a.ts',
  'src/schema/a.ts',
  'src/script/a.ts',
  'runbooks/fixtures/carblau/seed.yaml',
]

test.each(FILES)('the world of a run changes with %s', (file) => {
  const before = worldHash(root, 'carblau')
  write(file, 'other')
  expect(worldHash(root, 'carblau')).not.toBe(before)
})

test('the world of a run does not change with the site, rules, or the seed of another system', () => {
  const before = worldHash(root, 'carblau')
  for (const file of ['src/site/a.ts', 'src/check/a.ts', 'runbooks/fixtures/other/seed.yaml']) write(file, 'x')
  expect(worldHash(root, 'carblau')).toBe(before)
})

test('the world of a run holds every room that a fixture or a run imports', () => {
  const seen = new Set<string>(['fixture', 'run'])
  for (const room of seen)
    for (const file of globSync(`src/${room}/**/*.ts`))
      for (const [, other = ''] of readFileSync(file, 'utf8').matchAll(/from '#([a-z]+)\//g)) seen.add(other)
  expect([...seen].filter((room) => !(WORLD_ROOMS as readonly string[]).includes(room))).toEqual([])
})

describe('the hash of trees', () => {
  const changes: [string, () => void][] = [
    ['a new file', () => write('src/run/b.ts', '')],
    ['a file that is gone', () => rmSync(at('src/run/a.ts'))],
    ['another name', () => renameSync(at('src/run/a.ts'), at('src/run/b.ts'))],
    ['a file that may be executed', () => chmodSync(at('src/run/a.ts'), 0o755)],
    [
      'text moved from one file to the next',
      () => {
        write('src/run/a.ts', 'src/run/a.tsx')
        write('src/schema/a.ts', 'src/schema/a')
      },
    ],
    ['a link', () => symlinkSync('a.ts', at('src/run/b.ts'))],
  ]
  test.each(changes)('changes with %s', (_, change) => {
    const before = hashTrees(root, ['src'])
    change()
    expect(hashTrees(root, ['src'])).not.toBe(before)
  })

  test('is the same for a copy, and whatever the order of the paths', () => {
    const copy = mkdtempSync(join(tmpdir(), 'trees-copy-'))
    cpSync(root, copy, { recursive: true })
    expect(hashTrees(copy, ['src', 'runbooks', 'nothing'])).toBe(hashTrees(root, ['nothing', 'runbooks', 'src']))
    rmSync(copy, { recursive: true })
  })
})
