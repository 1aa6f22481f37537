import type { Incident } from '#schema/incident.ts'
import { firstKnown, isKnown, type Known } from './moment.ts'

/** Where an incident stands on the axis of dates. */
interface Row {
  /** Position in the list, from 1. */
  number: number
  /** Undefined when no date is known. A day without a time is as wide as the day. */
  start: { x: number; width: number; estimated: boolean; wholeDay: boolean } | undefined
  /** Undefined when the end is not known. */
  end: { x: number } | undefined
}

interface Calendar {
  rows: Row[]
  /** Days with a label, ISO 8601, and where they begin. */
  ticks: { day: string; x: number; width: number }[]
}

const GUTTER = 30
/** Room at the end for an incident that goes on for an unknown time. */
const TAIL = 44
const DAY_MS = 86_400_000
const NARROWEST_LABEL = 46
const NARROWEST_DAY = 3

/** Puts incidents, in their order, on one axis of days within `width`. */
export function calendar(incidents: readonly Incident[], width: number): Calendar {
  const spans = incidents.map((incident) => ({ first: firstKnown(incident), resolved: incident.times.resolved }))
  const days = spans
    .flatMap(({ first, resolved }) => [first, resolved])
    .filter((moment) => moment !== undefined && isKnown(moment))
    .map(({ at }) => dayOf(at))
  const from = Math.min(...days)
  const count = days.length > 0 ? Math.max(...days) - from + 1 : 0
  const perDay = (width - GUTTER - TAIL) / Math.max(1, count)
  const place = (at: string) => GUTTER + (moment(at) - from) * perDay
  return {
    rows: spans.map(({ first, resolved }, index) => ({
      number: index + 1,
      start: first && startOf(first, place, perDay),
      end: isKnown(resolved) ? { x: place(resolved.at) + (hasTime(resolved.at) ? 0 : perDay) } : undefined,
    })),
    ticks: ticksOf({ from, count, perDay }),
  }
}

function startOf({ at, precision }: Known, place: (at: string) => number, perDay: number) {
  const wholeDay = !hasTime(at)
  const width = wholeDay ? Math.max(NARROWEST_DAY, perDay) : 0
  return { x: place(at), width, estimated: precision === 'estimated', wholeDay }
}

function ticksOf({ from, count, perDay }: { from: number; count: number; perDay: number }) {
  const step = Math.max(1, Math.ceil(NARROWEST_LABEL / perDay))
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => ({
    day: new Date((from + index * step) * DAY_MS).toISOString().slice(0, 10),
    x: GUTTER + index * step * perDay,
    width: perDay,
  }))
}

const hasTime = (at: string) => at.includes('T')
/** Days since 1970 of a moment; one without a zone is taken for UTC. */
const moment = (at: string) =>
  Date.parse(/[Z+]|-\d{2}:\d{2}$/.test(at.slice(10)) || !hasTime(at) ? at : `${at}Z`) / DAY_MS
const dayOf = (at: string) => Math.floor(moment(at))
