import type { Rule } from '#check/rule.ts'
import { durationSaid } from './duration-missing.ts'
import { escalationSaid } from './escalation-missing.ts'
import { escalatedElsewhere } from './escalation-on-call.ts'
import { impactSaid } from './impact-missing.ts'
import { insteadSaid } from './instead-missing.ts'
import { stopSaid } from './stop-missing.ts'
import { symptomSaid } from './symptom-missing.ts'
import { verified } from './verification-missing.ts'

/** What the card of a page for operators has to say. */
export const CARD_RULES: readonly Rule[] = [
  symptomSaid,
  durationSaid,
  impactSaid,
  stopSaid,
  insteadSaid,
  escalationSaid,
  escalatedElsewhere,
  verified,
]
