import type { ExpectationMode } from './fence.ts'

/** `$NAME` or `${NAME}` in an expected output. */
export const EXPECTED_NAME = /\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))/g

/** Where an expected output names an input or an output: `$NAME` or `${NAME}` stand for its value. Offsets into the text, `end` exclusive. */
export const namesExpected = (text: string): { name: string; start: number; end: number }[] =>
  [...text.matchAll(EXPECTED_NAME)].map(({ 0: whole, 1: braced, 2: bare, index }) => ({
    name: braced ?? bare ?? '',
    start: index,
    end: index + whole.length,
  }))

/** An expected output: `text` compared in one of four ways; `path` narrows `json` to a part of the output. */
export interface Expectation {
  mode: ExpectationMode
  text: string
  path?: string
  line: number
}
