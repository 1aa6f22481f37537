import { type Action, computed, FACTOR_KINDS, type Factor, INCIDENT_THEMES, type Incident } from '#schema/incident.ts'
import { firstKnown } from './moment.ts'
import type { Theme } from './words.ts'

/** Newest first; those without any known date last, by id. */
export function newestFirst<Entry extends { incident: Incident }>(entries: readonly Entry[]): Entry[] {
  const key = ({ incident }: Entry) => firstKnown(incident)?.at ?? ''
  return entries.toSorted((a, b) => key(b).localeCompare(key(a)) || a.incident.id.localeCompare(b.incident.id))
}

/** Oldest first, as a calendar reads; those without any known date still last. */
export function oldestFirst<Entry extends { incident: Incident }>(entries: readonly Entry[]): Entry[] {
  const dated = entries.filter(({ incident }) => firstKnown(incident))
  return [...newestFirst(dated).toReversed(), ...entries.filter((entry) => !dated.includes(entry))]
}

/** Every theme of the incidents, the most frequent first, with the incidents that have it. */
export function themeCounts<Entry extends { incident: Incident }>(entries: readonly Entry[]) {
  return INCIDENT_THEMES.map((theme: Theme) => ({
    theme,
    entries: entries.filter(({ incident }) => incident.themes.includes(theme)),
  }))
    .filter((count) => count.entries.length > 0)
    .toSorted((a, b) => b.entries.length - a.entries.length)
}

/** Factors by kind, in the order of the kinds, each with the actions that close it. Kinds without factors are left out. */
export function factorsByKind({ factors, actions }: Pick<Incident, 'factors' | 'actions'>) {
  const closers = ({ id }: Factor) => actions.filter(({ closes }) => closes.includes(id))
  return FACTOR_KINDS.map((kind) => ({
    kind,
    factors: factors.filter((factor) => factor.kind === kind).map((factor) => ({ factor, actions: closers(factor) })),
  })).filter(({ factors: some }) => some.length > 0)
}

/** What every incident still has to do. */
export function openActions<Entry extends { incident: Incident }>(entries: readonly Entry[]) {
  return entries.flatMap((entry) =>
    entry.incident.actions.filter(({ status }) => status === 'open').map((action: Action) => ({ entry, action })),
  )
}

/** Stated beside computed. `complete` is false when a part of the claim has no known duration, so the sum is a minimum. */
export function compareClaims({ claims, timeline }: Pick<Incident, 'claims' | 'timeline'>) {
  return claims.map((claim) => ({
    claim,
    sum: computed(claim, { timeline }),
    complete: claim.parts.every((part) => timeline.find(({ id }) => id === part)?.lasted !== undefined),
  }))
}

/** What the filters offer: only what some incident has, in a fixed order. */
export function filterChoices(incidents: readonly Incident[], severities: readonly Incident['severity'][]) {
  return {
    service: [...new Set(incidents.flatMap(({ services }) => services))].toSorted(),
    severity: severities.filter((severity) => incidents.some((incident) => incident.severity === severity)),
    theme: INCIDENT_THEMES.filter((theme) => incidents.some(({ themes }) => themes.includes(theme))),
  }
}
