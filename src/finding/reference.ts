import { familyOf } from '#schema/site-pages.ts'
import type { FindingCode } from './catalogue.ts'

/** Families whose findings stand in a block, where `allow` can permit them with a reason. */
const IN_BLOCKS = new Set(['command', 'hazard', 'name', 'file'])
const ALSO: ReadonlySet<FindingCode> = new Set([
  'PARAMETER_UNDECLARED',
  'PARAMETER_ASSIGNED',
  'PARAMETER_EXAMPLE_DIFFERS',
  'PARAMETER_LITERAL',
  'PARAMETER_MISPLACED',
  'PARAMETER_NOT_EXPORTED',
  'PARAMETER_CAPTURE_UNUSED',
  'STEP_UNDO_UNSTATED',
  'STEP_UNDO_REPEATS',
  'STEP_UNDO_DIFFERS',
  'STEP_UNDO_UNRELATED',
  'STEP_UNDO_SAME',
  'STEP_SECTION_CROSSED',
  'DOCUMENT_IDENTITY',
])

/** Whether a block may permit a finding. */
export const isAllowable = (code: FindingCode): boolean => IN_BLOCKS.has(familyOf(code)) || ALSO.has(code)
