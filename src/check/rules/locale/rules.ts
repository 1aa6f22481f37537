import type { Rule } from '#check/rule.ts'
import { parity } from './parity.ts'
import { longerReading } from './reading-longer.ts'
import { sameText } from './text-same.ts'

export const LOCALE_RULES: readonly Rule[] = [parity, longerReading, sameText]
