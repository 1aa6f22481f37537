import { parseOptions } from './options.ts'
import { parseReports, type ReportRequest } from './reports.ts'

/** What `pnpm verify` was asked for. */
export interface VerifyOptions {
  ids: readonly string[]
  fixture: string | undefined
  /** Only what can be told without running. */
  static: boolean
  reports: readonly ReportRequest[]
  help: boolean
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  fixture: { type: 'string' },
  static: { type: 'boolean' },
  report: { type: 'string', multiple: true },
  lang: { type: 'string' },
} as const

export function parseVerifyOptions(args: readonly string[]): VerifyOptions {
  const { values, positionals } = parseOptions(args, OPTIONS)
  const reports = Array.isArray(values.report) ? values.report.filter((one) => typeof one === 'string') : []
  return {
    ids: positionals,
    fixture: typeof values.fixture === 'string' ? values.fixture : undefined,
    static: values.static === true,
    reports: parseReports(reports),
    help: values.help === true,
  }
}
