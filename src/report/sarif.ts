import { CATALOGUE } from '#catalogue/catalogue.ts'
import type { EditReport, FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { Report } from '#schema/report.ts'

/** SARIF 2.1.0, as code scanning takes it: a rule for each code found, a result for each finding. */
export function renderSarif(report: Report): string {
  const codes = [...new Set(report.findings.map(({ code }) => code))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'executable-runbooks', rules: codes.map((code) => ruleOf(code, report.locale)) } },
        automationDetails: { id: `${report.command}/` },
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the checkout.' } } },
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) => resultOf(finding, codes)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** What a code means, its places for values left open. */
function ruleOf(code: string, locale: Locale) {
  const definition = CATALOGUE.find((one) => one.code === code)
  const text = definition?.[locale]
  const open = (template: string) => template.replaceAll(/\[\?[^[\]]*\]/g, '').replaceAll(/\{\w+\}/g, '…')
  return {
    id: code,
    shortDescription: { text: text ? (open(text.message).split('\n')[0] ?? code) : code },
    ...(text?.hint && { help: { text: open(text.hint) } }),
    ...(definition && { defaultConfiguration: { level: definition.severity } }),
  }
}

function resultOf(finding: FindingReport, codes: readonly string[]) {
  const { code, severity, file, message, hint, fix } = finding
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: hint ? `${message}\n${hint}` : message },
    locations: [
      {
        physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(finding) },
      },
    ],
    ...(fix && 'edits' in fix && { fixes: [fixOf(fix.edits)] }),
  }
}

const artifactOf = (file: string) => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: 'SRCROOT',
})

function fixOf(edits: readonly EditReport[]) {
  const artifactChanges = [...Map.groupBy(edits, ({ file }) => file)].map(([file, of]) => ({
    artifactLocation: artifactOf(file),
    replacements: of.map(({ line, column, endLine, endColumn, text }) => ({
      deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
      insertedContent: { text },
    })),
  }))
  return { description: { text: 'pnpm verify --fix' }, artifactChanges }
}

const regionOf = ({ line, column, endLine, endColumn }: FindingReport) => ({
  startLine: line,
  startColumn: column,
  ...(endLine !== undefined && { endLine, endColumn }),
})
