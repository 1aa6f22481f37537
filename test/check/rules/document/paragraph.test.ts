import { describe, expect, test } from 'vitest'
import { fence, found } from '../../page.ts'

const words = (count: number, word = 'palabra') => Array.from({ length: count }, () => word).join(' ')

describe('a paragraph', () => {
  test('of seventy words passes, and of one more does not', () => {
    expect(found(words(70), '')).toEqual([])
    expect(found(words(71), '')).toEqual(['1:1 DOCUMENT_PARAGRAPH_LONG'])
  })

  test('is what an empty line ends, however many lines it has', () => {
    expect(found(words(40), words(40), '')).toEqual(['1:1 DOCUMENT_PARAGRAPH_LONG'])
    expect(found(words(40), '', words(40), '')).toEqual([])
  })

  test('counts its code, and not its markup, its dashes nor the addresses of its links', () => {
    expect(found(`${words(35)} ${words(36, '`code`')}`, '')).toEqual(['1:1 DOCUMENT_PARAGRAPH_LONG'])
    expect(found(`**${words(68)}** — · [text](https://example.com/a-b-c "a title of many words") /`, '')).toEqual([])
  })

  test('may be an item of a list or of a quotation: each counts alone', () => {
    expect(found(`- ${words(71)}`, '')).toEqual(['1:3 DOCUMENT_PARAGRAPH_LONG'])
    expect(found(`> ${words(71)}`, '')).toEqual(['1:3 DOCUMENT_PARAGRAPH_LONG'])
    expect(found(...Array.from({ length: 9 }, () => `- ${words(20)}`), '')).toEqual([])
  })
})

test('neither a block, nor a table, nor a heading is one', () => {
  expect(found(fence('text', words(200)))).toEqual([])
  expect(found('| a | b |', '|---|---|', `| ${words(40)} | ${words(40)} |`, '')).toEqual([])
  expect(found(`## ${words(80)}`, '')).toEqual([])
})
