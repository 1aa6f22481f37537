/** The forms a report can be had in. */
export const REPORT_FORMATS = ['text', 'json', 'junit', 'github', 'sarif', 'lsp'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]
