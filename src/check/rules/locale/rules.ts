import type { Rule } from '#check/rule.ts'
import { parity } from './parity.ts'

export const LOCALE_RULES: readonly Rule[] = [parity]
