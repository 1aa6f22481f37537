import { z } from 'zod'

export const severitySchema = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severitySchema>

/** Text to put in place of a stretch of a file; the end is exclusive. */
export const editReportSchema = z.strictObject({
  file: z.string(),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  endLine: z.number().int().min(1),
  endColumn: z.number().int().min(1),
  text: z.string(),
})
export type EditReport = z.infer<typeof editReportSchema>

/** Edits that belong together, or a file that is generated from its pages. */
const fixReportSchema = z.union([
  z.strictObject({ edits: z.array(editReportSchema).min(1) }),
  z.strictObject({ generated: z.string() }),
])

/** A positioned problem in a document, as reports carry it, its texts in the reader's locale. */
export const findingReportSchema = z.strictObject({
  code: z
    .string()
    .regex(/^(DOCUMENT|FENCE|PARAMETER|PROCEDURE|COMMAND|STEP|HAZARD|NAME|FILE|LOCALE|SCRIPT|INCIDENT)_[A-Z_]+$/),
  severity: severitySchema,
  file: z.string(),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
  /** Where it ends, exclusive; absent when it is a point. */
  endLine: z.number().int().min(1).optional(),
  endColumn: z.number().int().min(1).optional(),
  message: z.string(),
  hint: z.string().optional(),
  /** Path on the site of why it exists, with examples. */
  reference: z.string().optional(),
  /** What `pnpm verify --fix` does about it; absent where someone must decide. */
  fix: fixReportSchema.optional(),
})
export type FindingReport = z.infer<typeof findingReportSchema>
