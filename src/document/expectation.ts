import type { Finding } from '#finding/finding.ts'
import type { Expectation } from '#schema/expectation.ts'
import type { Place } from '#schema/place.ts'
import type { Body } from './body.ts'
import { fenceExpectEmpty } from './findings/fence/expect-empty.ts'
import { fenceExpectJson } from './findings/fence/expect-json.ts'
import { fenceExpectRegex } from './findings/fence/expect-regex.ts'

/** What keeps an expected output from ever being compared. */
export function expectationFindings({ mode, text }: Expectation, body: Body, place: Place): Finding[] {
  if (alwaysHolds(mode, text)) return [fenceExpectEmpty.at(place, { mode })]
  if (mode === 'regex') return regexFindings(text, place)
  return mode === 'json' ? jsonFindings(text, body, place) : []
}

/** Nothing to compare, wildcards alone, or a pattern that no text fails. */
function alwaysHolds(mode: Expectation['mode'], text: string): boolean {
  if (mode === 'whole') return text.trim() === '[...]'
  if (mode === 'contains') return text.replaceAll(/\[\.{2,3}\]/g, '').trim() === ''
  return text.trim() === '' || (mode === 'regex' && ['', 'x', 'x\ny'].every((any) => matches(text, any)))
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'mu').test(text)
  } catch {
    return false
  }
}

function regexFindings(text: string, place: Place): Finding[] {
  try {
    new RegExp(text, 'mu')
    return []
  } catch (error) {
    return [fenceExpectRegex.at(place, { found: String(error).replace(/^.*: /, '').slice(0, 120) })]
  }
}

function jsonFindings(text: string, body: Body, place: Place): Finding[] {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length)
    const point = body.pointAt(Math.min(at, text.length))
    return [fenceExpectJson.at({ file: place.file, start: point, end: point })]
  }
}
