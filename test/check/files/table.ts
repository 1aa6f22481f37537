import { expect, test } from 'vitest'
import { fence, found } from '../page.ts'

/** What is wrong, the file's text, and `line:column CODE` of each finding; the text's first line is 2. */
export type WrongExample = readonly [what: string, text: string, findings: readonly string[]]

/** Checks a format by examples: right ones are silent, wrong ones are found where they are. */
export function checkExamples(
  opening: string,
  right: readonly (readonly [string, string])[],
  wrong: readonly WrongExample[],
) {
  test.each(right)(`${opening}: silent on %s`, (_, text) => expect(found(fence(opening, text))).toEqual([]))
  test.each(wrong)(`${opening}: finds %s`, (_, text, findings) => expect(found(fence(opening, text))).toEqual(findings))
}
