import type { Finding } from '#finding/finding.ts'
import { formatDuration } from '#schema/duration.ts'
import { type Claim, computed } from '#schema/incident.ts'
import type { About } from './incident-rule.ts'

/** How far a stated figure may be from its parts. */
const TOLERANCE = 0.1

interface Sum {
  claim: Claim
  index: number
  /** Whether the figure is not that of its parts. */
  differs: boolean
  /** What fills the message of a finding about it. */
  data: Finding['data']
}

/** The figures a post-mortem states, each against the sum of its parts. */
export const sumsOf = ({ incident }: About): Sum[] =>
  incident.claims.map((claim, index) => {
    const { id, stated } = claim
    const sum = computed(claim, incident)
    const differs = Math.abs(sum - stated) > TOLERANCE * Math.max(sum, stated)
    return { claim, index, differs, data: { id, stated: formatDuration(stated), computed: formatDuration(sum) } }
  })
