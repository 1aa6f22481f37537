import { type Finding, finding } from '#finding/finding.ts'
import type { Expectation } from '#schema/expectation.ts'
import type { Place } from '#schema/place.ts'
import type { Body } from './body.ts'

/** What keeps an expected output from ever being compared. */
export function expectationFindings({ mode, text }: Expectation, body: Body, place: Place): Finding[] {
  if (mode !== 'whole' && text.trim() === '') return [finding('FENCE_EXPECT_EMPTY', place, { mode })]
  if (mode === 'regex') return regexFindings(text, place)
  return mode === 'json' ? jsonFindings(text, body, place) : []
}

function regexFindings(text: string, place: Place): Finding[] {
  try {
    new RegExp(text, 'mu')
    return []
  } catch (error) {
    return [finding('FENCE_EXPECT_REGEX', place, { found: String(error).replace(/^.*: /, '').slice(0, 120) })]
  }
}

function jsonFindings(text: string, body: Body, place: Place): Finding[] {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length)
    const point = body.pointAt(Math.min(at, text.length))
    return [finding('FENCE_EXPECT_JSON', { file: place.file, start: point, end: point })]
  }
}
