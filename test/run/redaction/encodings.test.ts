import { describe, expect, test } from 'vitest'
import { createRedactor } from '#run/redact.ts'
import type { OutputStream } from '#schema/shell.ts'
import type { Encoding } from './encoding.ts'
import { ENCODINGS } from './encodings.ts'

/** Quotes, characters of regular expressions, a new line, letters that are not ASCII. */
const CANARY = `c4n'ary".*[x]{2}\nñandú$1+(\\d)&%`

const redactor = createRedactor([CANARY])

/** Letters and digits, that a secret is known by. */
const tellingOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** How the chunks of a text are printed. */
type Printing = (chunk: number) => OutputStream

const onOne: Printing = () => 'stdout'
const onBoth: Printing = (chunk) => ((chunk * 7919) % 13 < 6 ? 'stdout' : 'stderr')

function printed(text: string, size: number, streamOf: Printing): string {
  const filter = redactor.output()
  const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, chunk) => {
    filter.push(streamOf(chunk), text.slice(chunk * size, (chunk + 1) * size))
    return filter.settle()
  })
  return [...pieces, filter.flush()].flatMap((some) => some.map(({ chunk }) => chunk)).join('')
}

const wrapped = (text: string, width: number) => (text.match(new RegExp(`.{1,${width}}|\\n`, 'gsu')) ?? []).join('\n')

/** What is left of a text once it was printed, but for what stands around it. */
const left = (shown: string) => tellingOf(shown.replaceAll('***', ''))

test('there are a hundred encodings, each its own', () => {
  expect(new Set(ENCODINGS.map(({ name }) => name)).size).toBe(ENCODINGS.length)
  expect(ENCODINGS.length).toBeGreaterThanOrEqual(100)
})

describe.each(ENCODINGS)('$name', ({ write, around = '' }: Encoding) => {
  const text = write(CANARY)
  const forms = [text, wrapped(text, 11), wrapped(text, 40)]

  test.each(forms.map((form, index) => [['whole', 'wrapped at 11', 'wrapped at 40'][index], form]))(
    '%s',
    (_, form = '') => {
      const whole = redactor.text(`«${form}»`)
      expect(whole).toMatch(/^«.*\*\*\*.*»$/s)
      expect(left(whole).length, whole).toBeLessThanOrEqual(tellingOf(around).length)
      for (let size = 1; size <= 64; size++) {
        expect(printed(`«${form}»`, size, onOne)).toBe(whole)
        const both = printed(`«${form}»`, size, onBoth)
        expect(left(both).length, both).toBeLessThanOrEqual(tellingOf(around).length)
      }
    },
  )
})
