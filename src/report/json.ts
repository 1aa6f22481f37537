import { z } from 'zod'
import { type Report, reportSchema } from '#schema/report.ts'

/** The report as JSON, validated against its own schema so that a consumer can rely on it. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(reportSchema.parse(report), null, 2)}\n`
}

/** The JSON Schema (draft 2020-12) of the JSON report. */
export function reportJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`
}
