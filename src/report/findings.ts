import type { FindingReport } from '#schema/finding.ts'
import { codeFrame, type LinesOf } from './code-frame.ts'
import type { Paint } from './style.ts'
import { showControls } from './style.ts'
import type { Words } from './words.ts'

/** Findings for people: place, code, the line itself, what was expected and found, and the one thing to do. */
export function renderFindings(
  findings: readonly FindingReport[],
  words: Words,
  paint: Paint,
  linesOf: LinesOf = () => undefined,
): string {
  return findings.map((finding) => renderFinding(finding, { words, paint, linesOf })).join('\n\n')
}

interface Style {
  words: Words
  paint: Paint
  linesOf: LinesOf
}

function renderFinding(finding: FindingReport, { words, paint, linesOf }: Style): string {
  const { file, line, column, code, severity, message, hint, fix, reference } = finding
  const label = severity === 'error' ? paint('red', words.error) : paint('yellow', words.warning)
  const lines = [
    `${paint('bold', `${file}:${line}:${column}`)}  ${label} ${paint('dim', code)}`,
    ...showControls(message)
      .split('\n')
      .map((text) => `  ${text}`),
    ...codeFrame(finding, linesOf, paint).map((text) => `  ${text}`),
    ...(hint ? [`  ${paint('cyan', `${words.hint}:`)} ${showControls(hint)}`] : []),
    ...(fix ? [`  ${paint('green', words.fixable)}`] : []),
    ...(reference ? [`  ${paint('dim', reference)}`] : []),
  ]
  return lines.join('\n')
}
