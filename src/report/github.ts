import type { FindingReport } from '#schema/finding.ts'
import type { Report } from '#schema/report.ts'

/** Findings as GitHub workflow commands: annotations on the lines of the page. Ends with a newline unless empty. */
export function renderGithub({ findings }: Report): string {
  return findings
    .map((finding) => {
      const { severity, file, code, message, hint } = finding
      const text = hint === undefined ? message : `${message}\n${hint}`
      return `::${severity} file=${property(file)},${place(finding)},title=${property(code)}::${data(text)}\n`
    })
    .join('')
}

/** GitHub takes columns only of a place within one line. */
function place({ line, column, endLine, endColumn }: FindingReport): string {
  if (endLine === undefined) return `line=${line},col=${column}`
  if (endLine > line) return `line=${line},endLine=${endLine}`
  return `line=${line},endLine=${endLine},col=${column},endColumn=${endColumn}`
}

/** Escaping of workflow commands: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
