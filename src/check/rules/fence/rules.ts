import type { Rule } from '#check/rule.ts'
import { envFence } from './language-env.ts'

export const FENCE_RULES: readonly Rule[] = [envFence]
