import { z } from 'zod'

export const severitySchema = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severitySchema>

/** A positioned problem in a document, as reports carry it, its texts in the reader's locale. */
export const findingReportSchema = z.strictObject({
  code: z.string().regex(/^(DOCUMENT|FENCE|PARAMETER|COMMAND|STEP|HAZARD|NAME|FILE|LOCALE|SCRIPT|INCIDENT)_[A-Z_]+$/),
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
})
export type FindingReport = z.infer<typeof findingReportSchema>
