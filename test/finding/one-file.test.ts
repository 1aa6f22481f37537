import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATALOGUE, FINDING_CODES } from '#catalogue/catalogue.ts'

const SRC = new URL('../../src/', import.meta.url)

/** Files of the source by the codes they hold, anywhere in them. */
const files = new Map<string, string[]>()
for (const entry of readdirSync(SRC, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = `${entry.parentPath}/${entry.name}`
  const words = readFileSync(path, 'utf8').match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? []
  for (const code of new Set(words)) {
    // What the protocol of registries calls an error; no finding of ours.
    if (!FINDING_CODES.has(code) || path.includes('/src/fixture/docker/inside/registry-')) continue
    files.set(code, [...(files.get(code) ?? []), path.slice(path.indexOf('/src/') + 1)])
  }
}

test.each(CATALOGUE)('$code stands in one file, which defines it', ({ code }) => {
  const [file = '', ...others] = files.get(code) ?? []
  expect(others).toEqual([])
  expect(readFileSync(new URL(`../${file}`, SRC), 'utf8')).toContain(`  code: '${code}',\n`)
})

test('the file of a finding has its name', () => {
  const parts = (text: string) => text.toLowerCase().split(/\W|_/)
  const other = [...files].filter(([code, [file = '']]) => {
    const path = parts(file.slice(0, -'.ts'.length))
    return parts(code).at(-1) !== path.at(-1) && !parts(code).every((word) => path.includes(word))
  })
  expect(other.map(([code, [file]]) => `${code} ${file}`)).toEqual([])
})
