import type { Rule } from '#check/rule.ts'
import { actionDeclined } from './action-declined.ts'
import { actionUnplanned } from './action-unplanned.ts'
import { actionUnverified } from './action-unverified.ts'
import { incidentWording } from './blame.ts'
import { claimAgrees } from './claim-agrees.ts'
import { claimDiffers } from './claim-differs.ts'
import { duplicate } from './duplicate.ts'
import { factorOpen } from './factor-open.ts'
import { idDiffers } from './id-differs.ts'
import { incidentLinks } from './link-missing.ts'
import { incidentParity } from './locale-differs.ts'
import { reference } from './reference.ts'
import { timelineOrder } from './timeline-order.ts'
import { unfilled } from './unfilled.ts'

export const INCIDENT_RULES: readonly Rule[] = [
  incidentWording,
  actionDeclined,
  actionUnplanned,
  actionUnverified,
  claimAgrees,
  claimDiffers,
  duplicate,
  factorOpen,
  idDiffers,
  reference,
  timelineOrder,
  unfilled,
  incidentLinks,
  incidentParity,
]
