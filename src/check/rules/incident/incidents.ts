import type { PageSummary } from '#check/page/site.ts'
import { siteRule } from '#check/rule.ts'
import { stepsOf } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { formatDuration } from '#schema/duration.ts'
import { type Claim, computed } from '#schema/incident.ts'
import type { Place } from '#schema/place.ts'
import type { About } from './about.ts'
import { incidentActionDeclined } from './action-declined.ts'
import { incidentActionUnverified } from './action-unverified.ts'
import { incidentClaimAgrees } from './claim-agrees.ts'
import { incidentClaimDiffers } from './claim-differs.ts'
import { duplicates, incidentDuplicate } from './duplicate.ts'
import { factors, incidentFactorOpen } from './factor-open.ts'
import { id, incidentIdDiffers } from './id-differs.ts'
import { incidentReference, unknown } from './reference.ts'
import { incidentTimelineOrder, order } from './timeline-order.ts'

/** Post-mortems whose header contradicts itself: order of time, sums, references, factors nobody closes. */
export const incidents = siteRule(
  [
    incidentIdDiffers,
    incidentDuplicate,
    incidentTimelineOrder,
    incidentClaimDiffers,
    incidentClaimAgrees,
    incidentReference,
    incidentFactorOpen,
    incidentActionDeclined,
    incidentActionUnverified,
  ],
  ({ pages, incidents: told }, { projectFile, findingCodes }) =>
    told.flatMap((page) => {
      const { incident, placeAt } = page
      if (!incident || !placeAt) return []
      const at = (...path: readonly (string | number)[]) => placeAt(['incident', ...path.map(String)])
      const about: About = { page, pages, incident, at, projectFile, findingCodes }
      return [id, duplicates, order, claims, references, factors, actions].flatMap((rule) => rule(about))
    }),
)

/** How far a stated figure may be from its parts. */
const TOLERANCE = 0.1

function claims({ incident, at }: About): Finding[] {
  return incident.claims.flatMap((claim, index) => {
    const sum = computed(claim, incident)
    const differs = Math.abs(sum - claim.stated) > TOLERANCE * Math.max(sum, claim.stated)
    if (differs === (claim.discrepancy !== undefined)) return []
    const place = at('claims', index, differs ? 'stated' : 'discrepancy')
    return [(differs ? incidentClaimDiffers : incidentClaimAgrees).at(place, claimData(claim, sum))]
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

function actions(about: About): Finding[] {
  return about.incident.actions.flatMap((action, index) => {
    const place = about.at('actions', index, 'id')
    if (action.status === 'declined' && !action.reason) return [incidentActionDeclined.at(place, { id: action.id })]
    if (action.status !== 'done') return []
    if (!action.verified) return [incidentActionUnverified.at(place, { id: action.id })]
    return verified(about, action.verified, about.at('actions', index, 'verified'))
  })
}

/** What an action says proves it must be there. */
function verified({ pages, projectFile, findingCodes }: About, text: string, place: Place): Finding[] {
  const [kind = '', name = ''] = text.split(/:(.*)/s)
  if (kind === 'finding') return unknown(name, [...(findingCodes ?? [name])], 'findings', place)
  if (kind === 'step') return unknown(name, pages.flatMap(stepNames), 'steps', place)
  return projectFile?.(name) === false ? unknown(name, [], 'files', place) : []
}

const stepNames = ({ runbook, steps }: PageSummary): string[] =>
  runbook === undefined ? [] : steps.map((step) => `${runbook}#${step}`)
