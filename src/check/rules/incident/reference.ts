import type { PageSummary } from '#check/page/site.ts'
import { stepsOf } from '#document/model.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import type { Place } from '#schema/place.ts'
import { suggest } from '#schema/spelling.ts'
import { isShown } from './action-unverified.ts'
import { type About, incidentRule } from './incident-rule.ts'

export const incidentReference = defineFinding({
  code: 'INCIDENT_REFERENCE',
  severity: 'error',
  es: {
    message: '«{found}» no está en {list}[?; ¿querías decir «{suggestion}»?].',
    hint: 'Los que hay: {known}',
    why: 'Una referencia a lo que no existe no lleva a ningún sitio.',
  },
  en: {
    message: '"{found}" is not in {list}[?; did you mean "{suggestion}"?].',
    hint: 'Those there are: {known}',
    why: 'A reference to what does not exist leads nowhere.',
  },
  of: 'incident',
  wrong: ['claims:', '  - { id: total, text: Total., stated: 12m, parts: [bild] }'],
  right: ['claims:', '  - { id: total, text: Total., stated: 12m, parts: [build] }'],
})

/** What the header names and nothing has: entries, steps, runbooks, factors, and what proves that an action is done. */
export const reference = incidentRule([incidentReference], (about) => {
  const { incident, page, pages, at } = about
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
    ...incident.actions.flatMap(({ status, verified }, index) =>
      isShown(status) && verified ? proof(about, verified, at('actions', index, 'verified')) : [],
    ),
  ]
})

/** What an action says proves it must be there. */
function proof({ pages, projectFile, findingCodes }: About, text: string, place: Place): Finding[] {
  const [kind = '', name = ''] = text.split(/:(.*)/s)
  if (kind === 'finding') return unknown(name, [...(findingCodes ?? [name])], 'findings', place)
  if (kind === 'step') return unknown(name, pages.flatMap(stepNames), 'steps', place)
  return projectFile?.(name) === false ? unknown(name, [], 'files', place) : []
}

const stepNames = ({ runbook, steps }: PageSummary): string[] =>
  runbook === undefined ? [] : steps.map((step) => `${runbook}#${step}`)

function unknown(found: string | undefined, known: readonly string[], list: string, place: Place): Finding[] {
  if (found === undefined || known.includes(found)) return []
  const data = { found, list, known: known.join(', ') || '-', suggestion: suggest(found, known) }
  return [incidentReference.at(place, data)]
}
