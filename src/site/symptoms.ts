import type { Locale } from '#schema/locale.ts'
import type { ProcedureCard } from './procedures.ts'

/** A runbook of one system, and what its card says. */
export interface CardedRunbook {
  system: string
  /** Path of its page on the site. */
  href: string
  procedures: readonly ProcedureCard[]
}

/** A procedure that is for a symptom. */
export interface Answer {
  title: string
  /** Path of its card. */
  href: string
  /** The command that runs it for real. */
  live: string
}

/** What somebody sees, and the procedures that are for it. */
export interface Symptom {
  seen: string
  answers: readonly Answer[]
}

/** The symptoms of each system, in alphabetical order, with the procedures that name them. */
export function symptomsBySystem(runbooks: readonly CardedRunbook[], locale: Locale): Map<string, Symptom[]> {
  const systems = Map.groupBy(runbooks, ({ system }) => system)
  return new Map([...systems].map(([system, ofSystem]) => [system, symptomsOf(ofSystem, locale)]))
}

function symptomsOf(runbooks: readonly CardedRunbook[], locale: Locale): Symptom[] {
  const named = runbooks.flatMap(({ href, procedures }) =>
    procedures.flatMap((card) => card.symptoms.map((seen) => ({ seen, answer: answerOf(card, href) }))),
  )
  return [...Map.groupBy(named, ({ seen }) => seen.toLocaleLowerCase(locale)).values()]
    .map((same) => ({ seen: same[0]?.seen ?? '', answers: same.map(({ answer }) => answer) }))
    .toSorted((a, b) => a.seen.localeCompare(b.seen, locale, { numeric: true }))
}

const answerOf = ({ id, title, live }: ProcedureCard, href: string): Answer => ({
  title,
  href: `${href}#procedure-${id}`,
  live,
})
