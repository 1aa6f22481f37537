import { formatDuration } from '#schema/duration.ts'
import type { Incident, Moment } from '#schema/incident.ts'
import type { Locale } from '#schema/locale.ts'

/** A known moment as a reader writes it: `9 dic 2025`, `9 dic 2025, 06:56`, with its zone where the account has one. */
export function formatAt(at: string, locale: Locale): string {
  const [day = '', time] = at.split('T')
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const
  const date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'es-ES', options).format(new Date(`${day}T00:00Z`))
  return time ? `${date}, ${time.replace(/(?=[Z+-])/, ' ').replace('Z', 'UTC')}` : date
}

/** A duration for readers: `5 min`, `10 s`, `1 h 5 min`. */
export function formatLasted(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  const rest = milliseconds % 3_600_000
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? formatDuration(rest) : '']
  return parts
    .filter(Boolean)
    .join(' ')
    .replace(/\.0 s$/, ' s')
    .replace(/(?<=min) 0 s$/, '')
}

/** A moment that has a date. */
export type Known = Exclude<Moment, { precision: 'unknown' }>

/** The earliest moment the record of an incident knows; undefined when it knows none. */
export function firstKnown({ times, timeline }: Pick<Incident, 'times' | 'timeline'>): Known | undefined {
  const moments = [times.started, times.detected, ...timeline.map(({ time }) => time), times.mitigated, times.resolved]
  return moments.find(isKnown)
}

export const isKnown = (moment: Moment): moment is Known => moment.precision !== 'unknown'
