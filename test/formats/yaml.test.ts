import { expect, test } from 'vitest'
import { rangeOfPath, rangeOfValue } from '#formats/yaml/range.ts'
import { readOneYaml, readYaml, readYamlValue } from '#formats/yaml/read.ts'

test.each<[string, string, unknown]>([
  ['mappings and lists', 'a: [1, "2"]\nb: {c: null}', { a: [1, '2'], b: { c: null } }],
  ['merged anchors', 'x: &x {a: 1}\ny: {<<: *x, b: 2}', { x: { a: 1 }, y: { a: 1, b: 2 } }],
  ['nothing', '', undefined],
  ['several documents', 'a: 1\n---\nb: 2', undefined],
  ['a broken one', 'a: [', undefined],
  ['aliases of aliases', `a0: &a0 [x, x]\n${bomb(30)}`, undefined],
  ['thousands of brackets', '['.repeat(20_000), undefined],
])('the value of %s', (_, text, value) => expect(readYamlValue(text)).toEqual(value))

function bomb(levels: number): string {
  return Array.from({ length: levels }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`).join(
    '\n',
  )
}

test('problems: the first of each document, with its place', () => {
  const { documents, problems } = readYaml('a: 1\na: 2\nb: [\n---\nc: "\n')
  expect(documents).toEqual([])
  expect(problems).toMatchObject([
    { kind: 'duplicate-key', start: 5, line: 2, column: 1 },
    { kind: 'syntax', line: 6, column: 1 },
  ])
  expect(readYaml('['.repeat(20_000)).problems).toMatchObject([{ kind: 'syntax', reason: 'nested too deeply' }])
})

test('ranges are those of the key, the value, or the nearest part there is', () => {
  const text = 'a:\n  - b: c\n  - d\n'
  const document = readOneYaml(text)!
  const at = (range: readonly [number, number] | undefined) => range && text.slice(...range).trim()
  expect(at(rangeOfPath(document, ['a', '0', 'b']))).toBe('b')
  expect(at(rangeOfValue(document, ['a', '0', 'b']))).toBe('c')
  expect(at(rangeOfPath(document, ['a', '1']))).toBe('d')
  expect(at(rangeOfPath(document, ['a', '0', 'x', 'y']))).toBe('b: c')
  expect(at(rangeOfValue(document, ['x']))).toBeUndefined()
})
