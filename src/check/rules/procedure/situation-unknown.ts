import type { Runbook } from '#document/model.ts'
import type { PageProcedure } from '#document/procedure.ts'
import { defineFinding } from '#finding/define.ts'
import type { Finding } from '#finding/finding.ts'
import { suggest } from '#schema/spelling.ts'
import { placeOfKey } from './place-of-key.ts'

export const procedureSituationUnknown = defineFinding({
  code: 'PROCEDURE_SITUATION_UNKNOWN',
  severity: 'error',
  es: {
    message: 'El sistema {system} no tiene ninguna situación «{found}».',
    hint: 'Escríbela en runbooks/fixtures/{system}/situations/{found}.sh.[? Quizá querías «{suggestion}».]',
    why: 'La situación es lo que ha pasado antes de que haga falta el procedimiento. Sin su script, se ensayaría en un mundo donde nada ha pasado.',
  },
  en: {
    message: 'The system {system} has no situation `{found}`.',
    hint: 'Write it in runbooks/fixtures/{system}/situations/{found}.sh.[? Did you mean `{suggestion}`?]',
    why: 'The situation is what has happened before the procedure is needed. Without its script it would be rehearsed in a world where nothing has.',
  },
  of: 'procedures',
  wrong: [
    '- { id: look, title: Mirar, when: Siempre, situation: bad-relase, steps: look }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
  right: [
    '- { id: look, title: Mirar, when: Siempre, situation: bad-release, steps: look }',
    '=====',
    '```bash step=look effect=read',
    'gcloud projects list',
    '```',
  ],
})

export function unknownSituation(
  page: Runbook,
  procedure: PageProcedure,
  known: ReadonlySet<string> | undefined,
): Finding[] {
  const { situation: found } = procedure
  if (found === undefined || !known || known.has(found)) return []
  const data = { system: page.header.system, found, suggestion: suggest(found, known) }
  return [procedureSituationUnknown.at(placeOfKey(page, procedure, 'situation'), data)]
}
