import { type Page, stepsOf } from '#document/model.ts'
import { CATALOGUE } from '#finding/catalogue.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { suggest } from '#finding/suggestion.ts'
import { formatDuration } from '#schema/duration.ts'
import { type Claim, computed, type Incident } from '#schema/incident.ts'
import type { Place } from '#schema/place.ts'
import type { PageSummary } from '../page/site.ts'
import type { SiteRule } from '../rule.ts'

/** Post-mortems whose header contradicts itself: order of time, sums, references, factors nobody closes. */
export const incidents: SiteRule = ({ pages, incidents: told }, { projectFile }) =>
  told.flatMap((page) => {
    const { incident, placeAt } = page
    if (!incident || !placeAt) return []
    const at = (...path: readonly (string | number)[]) => placeAt(['incident', ...path.map(String)])
    const about: About = { page, pages, incident, at, projectFile }
    return [id, duplicates, order, claims, references, factors, actions].flatMap((rule) => rule(about))
  })

interface About {
  page: Page
  pages: readonly PageSummary[]
  incident: Incident
  /** Place of a part of the header. */
  at: (...path: readonly (string | number)[]) => Place
  projectFile: ((path: string) => boolean) | undefined
}

function id({ page, incident, at }: About): Finding[] {
  const expected = page.slug.slice(page.slug.lastIndexOf('/') + 1)
  return incident.id === expected ? [] : [finding('INCIDENT_ID_DIFFERS', at('id'), { found: incident.id, expected })]
}

function duplicates({ incident, at }: About): Finding[] {
  return (['factors', 'timeline', 'actions', 'claims'] as const).flatMap((list) => {
    const ids = incident[list].map((one) => one.id)
    return ids.flatMap((one, index) =>
      ids.indexOf(one) < index ? [finding('INCIDENT_DUPLICATE', at(list, index, 'id'), { id: one, list })] : [],
    )
  })
}

/** Known times never go back; a day is before any moment of it, and unknown times say nothing. */
function order({ incident, at }: About): Finding[] {
  const known = incident.timeline.flatMap(({ time }, index) =>
    time.precision === 'unknown' ? [] : [{ index, at: time.at }],
  )
  return known.flatMap((entry, position) => {
    const before = known[position - 1]
    if (!before || !isEarlier(entry.at, before.at)) return []
    return [
      finding('INCIDENT_TIMELINE_ORDER', at('timeline', entry.index, 'time'), { found: entry.at, before: before.at }),
    ]
  })
}

/** Compared as far as both say: a day and a moment of that day are not out of order. */
function isEarlier(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  const zoned = [one, other].every((time) => /(Z|[+-]\d{2}:\d{2})$/.test(time))
  return zoned ? Date.parse(one) < Date.parse(other) : one.slice(0, length) < other.slice(0, length)
}

/** How far a stated figure may be from its parts. */
const TOLERANCE = 0.1

function claims({ incident, at }: About): Finding[] {
  return incident.claims.flatMap((claim, index) => {
    const sum = computed(claim, incident)
    const differs = Math.abs(sum - claim.stated) > TOLERANCE * Math.max(sum, claim.stated)
    if (differs === (claim.discrepancy !== undefined)) return []
    const code = differs ? 'INCIDENT_CLAIM_DIFFERS' : 'INCIDENT_CLAIM_AGREES'
    return [finding(code, at('claims', index, differs ? 'stated' : 'discrepancy'), claimData(claim, sum))]
  })
}

const claimData = ({ id, stated }: Claim, sum: number) => ({
  id,
  stated: formatDuration(stated),
  computed: formatDuration(sum),
})

function references({ incident, page, pages, at }: About): Finding[] {
  const timed = incident.timeline.map((entry) => entry.id)
  const steps = stepsOf(page).map(({ fence }) => fence.step)
  const runbooks = pages.flatMap(({ incident: told, runbook }) => (told || runbook === undefined ? [] : [runbook]))
  return [
    ...incident.claims.flatMap((claim, index) =>
      claim.parts.flatMap((part, at2) => unknown(part, timed, 'timeline', at('claims', index, 'parts', at2))),
    ),
    ...incident.factors.flatMap(({ shown }, index) => unknown(shown, steps, page.slug, at('factors', index, 'shown'))),
    ...incident.runbooks.flatMap((one, index) => unknown(one.id, runbooks, 'runbooks', at('runbooks', index, 'id'))),
    ...incident.actions.flatMap(({ closes }, index) =>
      closes.flatMap((factor, at2) =>
        unknown(
          factor,
          incident.factors.map((one) => one.id),
          'factors',
          at('actions', index, 'closes', at2),
        ),
      ),
    ),
  ]
}

function unknown(found: string | undefined, known: readonly string[], list: string, place: Place): Finding[] {
  if (found === undefined || known.includes(found)) return []
  const data = { found, list, known: known.join(', ') || '-', suggestion: suggest(found, known) }
  return [finding('INCIDENT_REFERENCE', place, data)]
}

function factors({ incident, at }: About): Finding[] {
  const closed = new Set(incident.actions.filter(({ status }) => status !== 'declined').flatMap(({ closes }) => closes))
  return incident.factors.flatMap((factor, index) =>
    factor.accepted === undefined && !closed.has(factor.id)
      ? [finding('INCIDENT_FACTOR_OPEN', at('factors', index, 'id'), { id: factor.id })]
      : [],
  )
}

function actions(about: About): Finding[] {
  return about.incident.actions.flatMap((action, index) => {
    const place = about.at('actions', index, 'id')
    if (action.status === 'declined' && !action.reason)
      return [finding('INCIDENT_ACTION_DECLINED', place, { id: action.id })]
    if (action.status !== 'done') return []
    if (!action.verified) return [finding('INCIDENT_ACTION_UNVERIFIED', place, { id: action.id })]
    return verified(about, action.verified, about.at('actions', index, 'verified'))
  })
}

/** What an action says proves it must be there. */
function verified({ pages, projectFile }: About, text: string, place: Place): Finding[] {
  const [kind = '', name = ''] = text.split(/:(.*)/s)
  if (kind === 'finding') return unknown(name, Object.keys(CATALOGUE), 'findings', place)
  if (kind === 'step') return unknown(name, pages.flatMap(stepNames), 'steps', place)
  return projectFile?.(name) === false ? unknown(name, [], 'files', place) : []
}

const stepNames = ({ runbook, steps }: PageSummary): string[] =>
  runbook === undefined ? [] : steps.map((step) => `${runbook}#${step}`)
