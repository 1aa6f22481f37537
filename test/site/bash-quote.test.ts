import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { exportSnippet, quote } from '#site/bash-quote.ts'

const HOSTILE = [
  "it's",
  '$(touch x)',
  '`id`',
  '"; exit 1; "',
  '\\',
  "'",
  "''",
  '!!',
  '-n',
  'ñ 🚀',
  'a\nb',
  '$HOME',
  ' ',
  '*',
]

describe('the bash to paste first', () => {
  it.each(HOSTILE)('keeps %j as it is through a real bash', (value) => {
    const script = `${exportSnippet(new Map([['VALUE', value]]), [])}\nprintf %s "$VALUE"`
    expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' })).toBe(value)
  })

  it('quotes by doubling out of the quotes', () => {
    expect(quote("it's")).toBe(`'it'\\''s'`)
  })

  it('leaves out empty values and asks for secrets last, on one line', () => {
    expect(
      exportSnippet(
        new Map([
          ['A', 'x'],
          ['B', ''],
        ]),
        ['S', 'T'],
      ),
    ).toMatchInlineSnapshot(`
      "export A='x'
      printf 'S: ' && read -rs S && export S && echo && printf 'T: ' && read -rs T && export T && echo"
    `)
  })

  it('gives both secrets what is typed', () => {
    const script = `${exportSnippet(new Map(), ['S', 'T'])} > /dev/null; printf '%s,%s' "$S" "$T"`
    expect(execFileSync('bash', ['-c', script], { input: 'one\ntwo\n', encoding: 'utf8' })).toContain('one,two')
  })
})
