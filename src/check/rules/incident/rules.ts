import type { Rule } from '#check/rule.ts'
import { incidentWording } from './blame.ts'
import { incidents } from './incidents.ts'
import { incidentLinks } from './link-missing.ts'
import { incidentParity } from './locale-differs.ts'

export const INCIDENT_RULES: readonly Rule[] = [incidentWording, incidents, incidentLinks, incidentParity]
