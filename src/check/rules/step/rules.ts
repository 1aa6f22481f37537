import type { Rule } from '#check/rule.ts'
import { effectIdle } from './effect-idle.ts'
import { crossedSections } from './section/crossed.ts'
import { emptySection } from './section/empty.ts'
import { undoRepeat } from './undo/repeats.ts'
import { undo } from './undo/undo.ts'
import { undoTarget } from './undo/undo-target.ts'

export const STEP_RULES: readonly Rule[] = [crossedSections, effectIdle, emptySection, undoRepeat, undoTarget, undo]
