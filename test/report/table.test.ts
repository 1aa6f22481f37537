import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { createPaint, widthOf } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import { cutTo, wrapWords } from '#report/wrap.ts'

const HEAD = ['Status', 'Evidence', 'Step', 'Duration', 'Page', '']
const ROWS = [
  ['✔ passed', 'executed', 'check-tools', '218 ms', 'content/docs/runbooks/octavios-granular-deploy.md:78', ''],
  [
    '– skipped',
    'checked',
    'log-in',
    '',
    'content/docs/runbooks/demo.md:15',
    'it opens a browser, and nobody is there to answer',
  ],
]

const at = (width: number | undefined, plain = false) =>
  renderTable(HEAD, ROWS, createPaint(false, { width: () => width, plain }))

test.each([40, 60, 80, 100, 200])('no line is wider than %i columns, but for one long word', (width) => {
  const longest = Math.max(...ROWS.flat().flatMap((member) => member.split(' ').map(widthOf)))
  for (const line of at(width).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(width, longest + 6))
})

test('at 60 columns the members of a row follow each other', () => {
  expect(at(60)).toMatchInlineSnapshot(`
    "  ✔ passed  executed  check-tools  218 ms
          content/docs/runbooks/octavios-granular-deploy.md:78
      – skipped  checked  log-in
          content/docs/runbooks/demo.md:15  it opens a browser,
          and nobody is there to answer"
  `)
})

test('at 200 columns, and where there is no terminal, they stand in columns', () => {
  expect(at(200)).toBe(at(undefined))
  expect(at(200)).toMatchInlineSnapshot(`
    "  Status     Evidence  Step         Duration  Page
      ✔ passed   executed  check-tools  218 ms    content/docs/runbooks/octavios-granular-deploy.md:78
      – skipped  checked   log-in                 content/docs/runbooks/demo.md:15                      it opens a browser, and nobody is there to answer"
  `)
})

test('for a screen reader each stands after the name of its column', () => {
  expect(at(60, true)).toMatchInlineSnapshot(`
    "Status: ✔ passed. Evidence: executed. Step: check-tools. Duration: 218 ms. Page: content/docs/runbooks/octavios-granular-deploy.md:78
    Status: – skipped. Evidence: checked. Step: log-in. Page: content/docs/runbooks/demo.md:15. it opens a browser, and nobody is there to answer"
  `)
})

test.each([12, 24, 80])('colours take no room, at %i columns', (width) => {
  const table = (colours: boolean) => {
    const paint = createPaint(colours, { width: () => width })
    return renderTable(['Status', ''], [[paint('green', '✔ passed'), paint('dim', 'in the end')]], paint)
  }
  expect(table(true)).not.toBe(table(false))
  expect(stripVTControlCharacters(table(true))).toBe(table(false))
})

describe('words', () => {
  test('are put on lines, and a long one on its own', () => {
    expect(wrapWords(['a', 'bb', 'ccccccc', 'dd'], { width: 5, indent: '  ' })).toEqual(['a bb', '  ccccccc', '  dd'])
  })
  test('are cut, wide characters too', () => {
    expect([cutTo('abc', 3), cutTo('abcd', 3), cutTo('日本語', 4), cutTo('abc', 0)]).toEqual(['abc', 'ab…', '日…', ''])
  })
})
