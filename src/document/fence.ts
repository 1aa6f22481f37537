import type { Finding } from '#finding/finding.ts'
import type { Fix } from '#finding/fix.ts'
import type { Place } from '#schema/place.ts'
import { onlyNeighbour, suggest } from '#schema/spelling.ts'
import {
  ALL_KEYS,
  BASH_KEYS,
  CONFLICTS,
  EXPECTED,
  type FenceKind,
  FLAGS,
  KEYS,
  NEEDS,
  RENDERER,
  VALUES,
} from './fence-keys.ts'
import { type MetaToken, parseMeta } from './fence-meta.ts'
import { fenceKeyConflict } from './findings/fence/key-conflict.ts'
import { fenceKeyDuplicate } from './findings/fence/key-duplicate.ts'
import { fenceKeyMisplaced } from './findings/fence/key-misplaced.ts'
import { fenceKeyNeeds } from './findings/fence/key-needs.ts'
import { fenceKeyUnknown } from './findings/fence/key-unknown.ts'
import { fenceMetaSyntax } from './findings/fence/meta-syntax.ts'
import { fenceQuoteUnterminated } from './findings/fence/quote-unterminated.ts'
import { fenceValue } from './findings/fence/value.ts'

/** The opening line of a block: its language, and its keys with their values and places. */
export interface Fence {
  language: string
  kind: FenceKind
  values: ReadonlyMap<string, string | true>
  keys: ReadonlyMap<string, Place>
  findings: readonly Finding[]
}

interface Opening {
  language: string
  meta: string
  /** Place of a stretch of the metadata. */
  placeAt: (start: number, end: number) => Place
}

/** Reads the metadata of a fence: what it is, its keys, and what is wrong with them as a whole. */
export function parseFence({ language, meta, placeAt }: Opening): Fence {
  const { tokens, problems } = parseMeta(meta)
  const values = new Map<string, string | true>()
  const keys = new Map<string, Place>()
  const findings: Finding[] = problems.map(({ kind, found, start, end }) =>
    (kind === 'unterminated' ? fenceQuoteUnterminated : fenceMetaSyntax).at(placeAt(start, end), { found }),
  )
  for (const token of tokens) {
    if (token.key === undefined) continue
    const place = placeAt(token.start, token.end)
    if (keys.has(token.key))
      findings.push(fenceKeyDuplicate.at(place, { key: token.key }, withoutCopy(meta, token, values, placeAt)))
    else {
      keys.set(token.key, place)
      values.set(token.key, token.value)
    }
    findings.push(...shapeFindings(token, place))
  }
  const kind = kindOf(values)
  const whole = { language, kind, values, keys }
  return { ...whole, findings: [...findings, ...keyFindings(whole), ...combinationFindings(whole)] }
}

/** A key that says again what it said before goes, with the blanks before it. */
function withoutCopy(
  meta: string,
  { key = '', value, start, end }: MetaToken,
  values: ReadonlyMap<string, string | true>,
  placeAt: Opening['placeAt'],
): Fix | undefined {
  if (values.get(key) !== value) return undefined
  return { edits: [{ place: placeAt(meta.slice(0, start).trimEnd().length, end), text: '' }] }
}

function kindOf(values: ReadonlyMap<string, unknown>): FenceKind {
  const kinds: readonly FenceKind[] = ['step', 'checked', 'expect', 'file']
  const kind = kinds.find((candidate) => values.has(candidate))
  return kind ?? (values.has('manual') ? 'step' : 'plain')
}

/** A flag with a value, or a key without one. */
function shapeFindings({ key, value }: MetaToken, place: Place): Finding[] {
  if (key === undefined || !ALL_KEYS.has(key) || FLAGS.has(key) === (value === true)) return []
  return [valueFinding(key, value === true ? '' : value, place)]
}

/** The finding for a value a key cannot have. */
export function valueFinding(key: string, found: string, place: Place): Finding {
  const expected = EXPECTED[key] ?? { es: `solo ${key}, sin valor`, en: `just ${key}, without a value` }
  const suggestion = VALUES[key] && suggest(found, VALUES[key])
  const data = { key, found, expectedEs: expected.es, expectedEn: expected.en, suggestion }
  const meant = VALUES[key] && onlyNeighbour(found, VALUES[key])
  return fenceValue.at(place, data, meant === undefined ? undefined : ending(place, `${key}=`, found, meant))
}

/** Another value in a token `key=value` without quotes. */
function ending({ file, start, end }: Place, key: string, found: string, meant: string): Fix | undefined {
  if (end.offset - start.offset !== key.length + found.length) return undefined
  return { edits: [{ place: { file, start: shifted(start, key.length), end }, text: meant }] }
}

/** Another key in a token. */
function beginning({ file, start }: Place, found: string, meant: string | undefined): Fix | undefined {
  if (meant === undefined) return undefined
  return { edits: [{ place: { file, start, end: shifted(start, found.length) }, text: meant }] }
}

/** A point further on in its line. */
const shifted = ({ line, column, offset }: Place['start'], by: number) => ({
  line,
  column: column + by,
  offset: offset + by,
})

type Parsed = Omit<Fence, 'findings'>

function keyFindings({ language, kind, keys }: Parsed): Finding[] {
  const known =
    kind === 'plain' ? [...(language === 'bash' ? ['step', 'checked', 'file'] : ['file', 'expect'])] : KEYS[kind]
  return [...keys].flatMap(([key, place]) => {
    if (BASH_KEYS.has(key) && language !== 'bash')
      return [fenceKeyMisplaced.at(place, { key, language: language || '-' })]
    if (RENDERER.has(key) || known.includes(key) || contradicts(key, keys)) return []
    const data = { key, expected: known.join(', '), suggestion: suggest(key, ALL_KEYS) }
    return [fenceKeyUnknown.at(place, data, beginning(place, key, onlyNeighbour(key, known)))]
  })
}

const contradicts = (key: string, keys: ReadonlyMap<string, unknown>) =>
  CONFLICTS.some(([a, b]) => (a === key && keys.has(b)) || (b === key && keys.has(a))) ||
  NEEDS.some((rule) => rule.key === key)

function combinationFindings({ values, keys }: Parsed): Finding[] {
  const needs = NEEDS.filter(({ key, without }) => values.has(key) && without(values)).map(({ key, needs }) =>
    fenceKeyNeeds.at(keys.get(key) as Place, { key, needs }),
  )
  const conflicts = CONFLICTS.filter(([a, b]) => values.has(a) && values.has(b)).map(([key, other]) =>
    fenceKeyConflict.at(keys.get(other) as Place, { key, other }),
  )
  return [...needs, ...conflicts]
}
