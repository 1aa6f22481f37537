import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { MendedReport } from '#schema/report.ts'
import type { Terminal } from '../run-cli.ts'
import type { Change, Mended } from './loop.ts'

/** What was mended, and why some of it was not, as lines for whoever reads along. */
export interface Told {
  mended: MendedReport[]
  notes: string[]
}

export const nothingTold = (): Told => ({ mended: [], notes: [] })

export const changeReport = ({ finding, edit, before, after }: Change): MendedReport => ({
  code: finding.code,
  file: edit.place.file,
  line: edit.place.start.line,
  before,
  after,
})

export const refusalNotes = ({ refused }: Mended, locale: Locale): string[] =>
  refused.map(({ finding, because }) => REFUSED[locale](placeText(finding.place), finding.code, because.code))

const placeText = ({ file, start }: { file: string; start: { line: number } }) => `${file}:${start.line}`

/** Shows each change, `file:line  CODE  before → after`, where reports do not go. */
export function tellMended({ mended, notes }: Told, { err, locale }: Terminal): void {
  for (const { file, line, code, before, after } of mended) {
    const place = `${err.paint('bold', `${file}:${line}`)}  ${err.paint('dim', code)}`
    err.write(`${place}  ${before === after ? GENERATED[locale] : `${shown(before)} → ${shown(after)}`}\n`)
  }
  for (const note of notes) err.write(`${note}\n`)
  if (mended.length === 0) err.write(`${err.paint('dim', NOTHING[locale])}\n`)
}

/** A line without its indentation; of several, the first, and how many follow. */
function shown(text: string): string {
  const [first = '', ...rest] = text.trimEnd().split(/\r?\n/)
  const line = first.trim().replaceAll(/[\p{Cc}]/gu, ' ')
  const cut = line.length > 100 ? `${line.slice(0, 99)}…` : line
  return rest.length === 0 ? cut : `${cut} (+${rest.length})`
}

/** Findings after all was mended that could be: what is left needs someone. */
export const withoutFixes = (findings: readonly FindingReport[]): FindingReport[] =>
  findings.map(({ fix: _, ...rest }) => rest)

const GENERATED = { es: 'generado', en: 'generated' }
const NOTHING = { es: 'Nada que se corrija solo.', en: 'Nothing to mend.' }
const REFUSED = {
  es: (place: string, code: string, because: string) => `${place}  ${code}  sin corregir: causaría ${because}.`,
  en: (place: string, code: string, because: string) => `${place}  ${code}  not mended: it would cause ${because}.`,
}

/** Why a file stays as it is. */
export const KEPT = {
  unreadable: {
    es: (file: string) => `${file}  sin corregir: es un enlace, o no es UTF-8.`,
    en: (file: string) => `${file}  not mended: it is a link, or not UTF-8.`,
  },
  changed: {
    es: (file: string) => `${file}  sin corregir: alguien lo cambió mientras tanto. Repite.`,
    en: (file: string) => `${file}  not mended: somebody changed it meanwhile. Try again.`,
  },
}
