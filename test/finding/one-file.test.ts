import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATALOGUE, FINDING_CODES } from '#catalogue/catalogue.ts'

const SRC = new URL('../../src/', import.meta.url)

/** The text of every file of the source, by its path. */
const texts = new Map(
  readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .map((path) => [path.slice(path.lastIndexOf('/src/') + 1), readFileSync(path, 'utf8')] as const),
)

/** Files of the source by the codes they hold, anywhere in them. */
const files = new Map<string, string[]>()
for (const [path, text] of texts) {
  // What the protocol of registries calls an error; no finding of ours.
  if (path.startsWith('src/fixture/docker/inside/registry/')) continue
  for (const code of new Set(text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g)))
    if (FINDING_CODES.has(code)) files.set(code, [...(files.get(code) ?? []), path])
}

test('every finding that is defined is in the catalogue, so that it can be put in words', () => {
  const defined = [...texts.values()].flatMap((text) => /defineFinding\(\{\s+code: '(\w+)'/.exec(text)?.[1] ?? [])
  expect(defined.toSorted()).toEqual([...FINDING_CODES].sort())
})

test.each(CATALOGUE)('$code stands in one file, which defines it', ({ code }) => {
  const [file = '', ...others] = files.get(code) ?? []
  expect(others).toEqual([])
  expect(texts.get(file)).toContain(`  code: '${code}',\n`)
})

test('the file of a finding has its name', () => {
  const parts = (text: string) => text.toLowerCase().split(/\W|_/)
  const other = [...files].filter(([code, [file = '']]) => {
    const path = parts(file.slice(0, -'.ts'.length))
    return parts(code).at(-1) !== path.at(-1) && !parts(code).every((word) => path.includes(word))
  })
  expect(other.map(([code, [file]]) => `${code} ${file}`)).toEqual([])
})
