import type { Finding } from '#finding/finding.ts'
import { type Allowance, allowanceSchema } from '#schema/fence.ts'
import type { Place } from '#schema/place.ts'
import { EXPECTED } from './fence-keys.ts'
import { fenceValue } from './findings/fence/value.ts'

/** What a comment before a block allows there. */
export interface Allowed {
  allow?: Allowance
  place?: Place
  findings?: readonly Finding[]
}

/** Reads `<!-- allow CODE reason -->`, which in a plain document is what `allow="CODE reason"` is on a fence. */
export function allowanceIn(comment: string, place: Place): Allowed {
  const text = /^<!--\s*allow\b([\s\S]*?)-->$/.exec(comment.trim())?.[1]?.trim().replaceAll(/\s+/g, ' ')
  if (text === undefined) return {}
  const parsed = allowanceSchema.safeParse(text)
  if (parsed.success) return { allow: parsed.data, place }
  const { es = '', en = '' } = EXPECTED.allow ?? {}
  return { findings: [fenceValue.at(place, { key: 'allow', found: text, expectedEs: es, expectedEn: en })] }
}
