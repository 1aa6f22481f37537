import type { FindingReport } from '#schema/finding.ts'
import type { Paint } from './style.ts'
import { showControls } from './style.ts'
import type { Words } from './words.ts'

/** Findings for people: place, code, what was expected and found, and the one thing to do. */
export function renderFindings(findings: readonly FindingReport[], words: Words, paint: Paint): string {
  return findings.map((finding) => renderFinding(finding, words, paint)).join('\n\n')
}

function renderFinding(finding: FindingReport, words: Words, paint: Paint): string {
  const { file, line, column, code, severity, message, hint } = finding
  const label = severity === 'error' ? paint('red', words.error) : paint('yellow', words.warning)
  const lines = [
    `${paint('bold', `${file}:${line}:${column}`)}  ${label} ${paint('dim', code)}`,
    ...showControls(message)
      .split('\n')
      .map((text) => `  ${text}`),
    ...(hint ? [`  ${paint('cyan', `${words.hint}:`)} ${showControls(hint)}`] : []),
  ]
  return lines.join('\n')
}
