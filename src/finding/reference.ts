import type { Locale } from '#schema/locale.ts'
import type { FindingCode } from './catalogue.ts'

/** The family of a code, `hazard` of `HAZARD_BYPASS`: a page of the reference each. */
export const familyOf = (code: string): string => code.slice(0, code.indexOf('_')).toLowerCase()

/** Path on the site of what there is to say of a code. */
export const referenceOf = (code: string, locale: Locale): string =>
  `${locale === 'en' ? '/en' : ''}/reference/${familyOf(code)}/#${code.toLowerCase()}`

/** Families whose findings stand in a block, where `allow` can permit them with a reason. */
const IN_BLOCKS = new Set(['command', 'hazard', 'name', 'file'])
const ALSO: ReadonlySet<FindingCode> = new Set([
  'PARAMETER_UNDECLARED',
  'PARAMETER_ASSIGNED',
  'PARAMETER_LITERAL',
  'PARAMETER_NOT_EXPORTED',
  'PARAMETER_CAPTURE_UNUSED',
  'STEP_UNDO_UNSTATED',
  'STEP_UNDO_DIFFERS',
  'STEP_UNDO_UNRELATED',
  'DOCUMENT_IDENTITY',
])

/** Whether a block may permit a finding. */
export const isAllowable = (code: FindingCode): boolean => IN_BLOCKS.has(familyOf(code)) || ALSO.has(code)
