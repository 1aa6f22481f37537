import { expect, test } from 'vitest'
import { parsePage } from '#document/parse.ts'

const HEADER = '---\ntitle: A\n---\n\n'

test.each([
  ['See https://example.com/x.', ['https://example.com/x']],
  ['Write to me@example.com', ['mailto:me@example.com']],
  ['See [the note https://example.com/x and www.example.com/y', []],
  ['[a https://example.com/y](other.md) (https://example.com/z)', ['other.md', 'https://example.com/z']],
  ['| a | b |\n| - | - |\n| www.example.com | [b](b.md) |', ['http://www.example.com', 'b.md']],
  ['[a]: https://example.com/a', ['https://example.com/a']],
])('each link of %j stands where it is said to', (text, urls) => {
  const source = HEADER + text
  const links = parsePage({ file: 'content/docs/a.md', source }).page?.links ?? []
  expect(links.map(({ url }) => url)).toEqual(urls)
  for (const { url, place } of links)
    expect(source.slice(place.start.offset, place.end.offset)).toContain(url.replace(/^(mailto:|http:\/\/)/, ''))
})
