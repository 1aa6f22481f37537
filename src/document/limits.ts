import type { Finding } from '#finding/finding.ts'
import { documentControlCharacter } from './findings/document/control-character.ts'
import { documentCrlf } from './findings/document/crlf.ts'
import { documentLoneCr } from './findings/document/lone-cr.ts'
import { documentTooDeep } from './findings/document/too-deep.ts'
import { documentTooDense } from './findings/document/too-dense.ts'
import { documentTooLarge } from './findings/document/too-large.ts'
import { placeOf, type Source } from './source.ts'

const MAX_PAGE = 1_000_000
const MAX_DEPTH = 40
const MAX_MARKS = 4000
/** Control characters, zero-width spaces and marks that turn the direction of text. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u200B\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu

/** Findings about the bare characters of a page. */
export function checkCharacters(source: Source): Finding[] {
  return [...lineEndings(source), ...controlCharacters(source)]
}

/** What keeps a page from being parsed in reasonable time and depth, if anything does. */
export function checkLimits(source: Source): Finding | undefined {
  if (source.text.length > MAX_PAGE)
    return documentTooLarge.at(placeOf(source, 0), { found: source.text.length, limit: MAX_PAGE })
  return tooDeep(source) ?? tooDense(source)
}

function lineEndings(source: Source): Finding[] {
  const crlf = source.text.indexOf('\r\n')
  const lone = source.text.search(/\r(?!\n)/)
  return [
    ...(crlf >= 0 ? [documentCrlf.at(placeOf(source, crlf, crlf + 2))] : []),
    ...(lone >= 0 ? [documentLoneCr.at(placeOf(source, lone, lone + 1))] : []),
  ]
}

/** The first of each: one stray character is often thousands. */
function controlCharacters(source: Source): Finding[] {
  const seen = new Set<string>()
  for (const match of source.text.matchAll(INVISIBLE)) if (seen.size < 8) seen.add(match[0])
  return [...seen].map((character) => {
    const at = source.text.indexOf(character)
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
    return documentControlCharacter.at(placeOf(source, at, at + 1), { character: name })
  })
}

/** Containers opened on one line, or indentation that only nested lists could need. */
const NESTED = /^(?:[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){41}|^[ \t]{400}/

function tooDeep(source: Source): Finding | undefined {
  const line = source.lineStarts.find((start) => NESTED.test(source.text.slice(start, start + 600)))
  return line === undefined ? undefined : documentTooDeep.at(placeOf(source, line), { limit: MAX_DEPTH })
}

/** Emphasis and bracket marks of one paragraph: matching them takes time that grows with their square. */
function tooDense(source: Source): Finding | undefined {
  let marks = 0
  for (const match of source.text.matchAll(/[*_~[\]<!`]|(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/g)) {
    marks = match[0].length === 1 && !/[\r\n]/.test(match[0]) ? marks + 1 : 0
    if (marks > MAX_MARKS) return documentTooDense.at(placeOf(source, match.index), { limit: MAX_MARKS })
  }
  return undefined
}
