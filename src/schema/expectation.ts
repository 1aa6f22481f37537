import type { ExpectationMode } from './fence.ts'

/** An expected output: `text` compared in one of four ways; `path` narrows `json` to a part of the output. */
export interface Expectation {
  mode: ExpectationMode
  text: string
  path?: string
  line: number
}
