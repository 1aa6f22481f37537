import type { Report } from '#schema/report.ts'

/** Findings as GitHub workflow commands: annotations on the lines of the page. Ends with a newline unless empty. */
export function renderGithub({ findings }: Report): string {
  return findings
    .map(({ severity, file, line, column, code, message, hint }) => {
      const text = hint === undefined ? message : `${message}\n${hint}`
      return `::${severity} file=${property(file)},line=${line},col=${column},title=${property(code)}::${data(text)}\n`
    })
    .join('')
}

/** Escaping of workflow commands: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
