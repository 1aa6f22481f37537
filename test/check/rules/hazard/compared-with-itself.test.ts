import { expect, test } from 'vitest'
import { found, step } from '../../page.ts'

const compared = (text: string) => found(step(text)).filter((line) => line.includes('COMPARED_WITH_ITSELF'))

test.each([
  ['test "$A" = "$A"', '2:6'],
  ['[ "$(sort <<<"$A")" = "$(sort <<<"$A")" ]', '2:3'],
  ['test -n "$B" && test "$A" -eq "$A"', '2:22'],
  [`ssh prod.example.com 'test "$A" != "$A"'`, '2:28'],
])('finds %s', (text, place) => expect(compared(text)).toEqual([`${place} HAZARD_COMPARED_WITH_ITSELF`]))

test.each([
  'test "$A" = "$B"',
  'test "$A" = "$A-old"',
  '[ "$A" = a ] && [ "$B" = a ]',
  'ssh prod.example.com "test $A = $B"',
  'printf "%s" "$A" = "$A"',
])('silent on %s', (text) => expect(compared(text)).toEqual([]))
