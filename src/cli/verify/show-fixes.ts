import type { Fixes } from '#knowledge/fix/fixes.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Shows each change, `file:line  CODE  before → after`, where reports do not go. */
export function showFixes({ made, notes }: Fixes, { err, locale }: Terminal): void {
  for (const { file, line, code, before, after } of made) {
    const place = `${err.paint('bold', `${file}:${line}`)}  ${err.paint('dim', code)}`
    err.write(`${place}  ${before === after ? GENERATED[locale] : `${shown(before)} → ${shown(after)}`}\n`)
  }
  for (const note of notes) err.write(`${note}\n`)
  if (made.length === 0) err.write(`${err.paint('dim', NOTHING[locale])}\n`)
}

/** A line without its indentation; of several, the first, and how many follow. */
function shown(text: string): string {
  const [first = '', ...rest] = text.trimEnd().split(/\r?\n/)
  const line = first.trim().replaceAll(/[\p{Cc}]/gu, ' ')
  const cut = line.length > 100 ? `${line.slice(0, 99)}…` : line
  return rest.length === 0 ? cut : `${cut} (+${rest.length})`
}

/** Findings after everything was fixed that could be: what is left needs someone. */
export const withoutFixes = (findings: readonly FindingReport[]): FindingReport[] =>
  findings.map(({ fix: _, ...rest }) => rest)

const GENERATED = { es: 'generado', en: 'generated' }
const NOTHING = { es: 'Nada que se corrija solo.', en: 'Nothing to fix.' }
