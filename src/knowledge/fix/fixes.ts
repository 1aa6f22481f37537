import type { Locale } from '#schema/locale.ts'
import type { MendedReport } from '#schema/report.ts'
import type { Change, Fixed } from './loop.ts'

/** The fixes made, and why some were not, as lines for whoever reads along. */
export interface Fixes {
  made: MendedReport[]
  notes: string[]
}

export const noFixes = (): Fixes => ({ made: [], notes: [] })

export const changeReport = ({ finding, edit, before, after }: Change): MendedReport => ({
  code: finding.code,
  file: edit.place.file,
  line: edit.place.start.line,
  before,
  after,
})

export const refusalNotes = ({ refused }: Fixed, locale: Locale): string[] =>
  refused.map(({ finding, because }) => REFUSED[locale](placeText(finding.place), finding.code, because.code))

const placeText = ({ file, start }: { file: string; start: { line: number } }) => `${file}:${start.line}`

const REFUSED = {
  es: (place: string, code: string, because: string) => `${place}  ${code}  sin corregir: causaría ${because}.`,
  en: (place: string, code: string, because: string) => `${place}  ${code}  not fixed: it would cause ${because}.`,
}

/** Why a file stays as it is. */
export const KEPT = {
  unreadable: {
    es: (file: string) => `${file}  sin corregir: es un enlace, o no es UTF-8.`,
    en: (file: string) => `${file}  not fixed: it is a link, or not UTF-8.`,
  },
  changed: {
    es: (file: string) => `${file}  sin corregir: alguien lo cambió mientras tanto. Repite.`,
    en: (file: string) => `${file}  not fixed: somebody changed it meanwhile. Try again.`,
  },
}
