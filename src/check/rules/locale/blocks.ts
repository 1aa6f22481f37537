import { syncEdits } from '#document/sync.ts'
import type { Finding } from '#finding/finding.ts'
import { keyFindings } from './fence-differs.ts'
import type { Pair } from './pair.ts'
import { textFindings } from './text-differs.ts'

/** One block of the English page against the Spanish one in its stead. */
export function blockFindings(pair: Pair): Finding[] {
  const found = [...keyFindings(pair), ...textFindings(pair)]
  if (found.length === 0) return []
  const { es, en, here, there } = pair
  const edits = syncEdits({ es, en, block: there, twin: here })
  return found.map((one) => (edits.length > 0 ? { ...one, fix: { edits } } : one))
}
