import type { EditReport, FindingReport } from '#schema/finding.ts'
import type { Report } from '#schema/report.ts'

/**
 * Findings as a language server publishes them, one `textDocument/publishDiagnostics` notification a
 * line, each with the edit that fixes it where one is certain. `clear` names files that had findings before and get an empty list when they have none now.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
export function renderLsp(
  { findings }: Pick<Report, 'findings'>,
  { uriOf, clear = [] }: { uriOf: (file: string) => string; clear?: Iterable<string> },
): string {
  const byFile = Map.groupBy(findings, ({ file }) => file)
  const files = [...new Set([...byFile.keys(), ...clear])].sort()
  return files
    .map((file) => ({
      uri: uriOf(file),
      diagnostics: (byFile.get(file) ?? []).map((finding) => ({ ...diagnosticOf(finding), ...dataOf(finding, uriOf) })),
    }))
    .map((params) => `${JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params })}\n`)
    .join('')
}

/** `data` is what an editor keeps for a quick fix: a WorkspaceEdit. */
function dataOf({ fix }: FindingReport, uriOf: (file: string) => string) {
  if (!fix || !('edits' in fix)) return {}
  const changes = Object.fromEntries(
    [...Map.groupBy(fix.edits, ({ file }) => uriOf(file))].map(([uri, edits]) => [uri, edits.map(textEditOf)]),
  )
  return { data: { changes } }
}

const textEditOf = ({ line, column, endLine, endColumn, text }: EditReport) => ({
  range: {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  },
  newText: text,
})

/** Positions count from 0 there. */
function diagnosticOf({ code, severity, line, column, endLine, endColumn, message, hint }: FindingReport) {
  const start = { line: line - 1, character: column - 1 }
  const end = endLine === undefined ? start : { line: endLine - 1, character: (endColumn ?? 1) - 1 }
  return {
    range: { start, end },
    severity: severity === 'error' ? 1 : 2,
    code,
    source: 'runbooks',
    message: hint ? `${message}\n${hint}` : message,
  }
}
