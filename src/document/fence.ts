import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import type { Place } from '#schema/place.ts'
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
    finding(kind === 'unterminated' ? 'FENCE_QUOTE_UNTERMINATED' : 'FENCE_META_SYNTAX', placeAt(start, end), { found }),
  )
  for (const token of tokens) {
    if (token.key === undefined) continue
    const place = placeAt(token.start, token.end)
    if (keys.has(token.key)) findings.push(finding('FENCE_KEY_DUPLICATE', place, { key: token.key }))
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
  return finding('FENCE_VALUE', place, { key, found, expectedEs: expected.es, expectedEn: expected.en, suggestion })
}

type Parsed = Omit<Fence, 'findings'>

function keyFindings({ language, kind, keys }: Parsed): Finding[] {
  const known =
    kind === 'plain' ? [...(language === 'bash' ? ['step', 'checked', 'file'] : ['file', 'expect'])] : KEYS[kind]
  return [...keys].flatMap(([key, place]) => {
    if (BASH_KEYS.has(key) && language !== 'bash')
      return [finding('FENCE_KEY_MISPLACED', place, { key, language: language || '-' })]
    if (RENDERER.has(key) || known.includes(key) || contradicts(key, keys)) return []
    return [
      finding('FENCE_KEY_UNKNOWN', place, { key, expected: known.join(', '), suggestion: suggest(key, ALL_KEYS) }),
    ]
  })
}

const contradicts = (key: string, keys: ReadonlyMap<string, unknown>) =>
  CONFLICTS.some(([a, b]) => (a === key && keys.has(b)) || (b === key && keys.has(a))) ||
  NEEDS.some((rule) => rule.key === key)

function combinationFindings({ values, keys }: Parsed): Finding[] {
  const needs = NEEDS.filter(({ key, without }) => values.has(key) && without(values)).map(({ key, needs }) =>
    finding('FENCE_KEY_NEEDS', keys.get(key) as Place, { key, needs }),
  )
  const conflicts = CONFLICTS.filter(([a, b]) => values.has(a) && values.has(b)).map(([key, other]) =>
    finding('FENCE_KEY_CONFLICT', keys.get(other) as Place, { key, other }),
  )
  return [...needs, ...conflicts]
}
