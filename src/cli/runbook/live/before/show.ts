import { changes } from '#report/effects.ts'
import { changeTable } from '#report/run-summary.ts'
import { withMark } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import { fitLine } from '#report/wrap.ts'
import type { Localized } from '#schema/locale.ts'
import { type Plan, plannedSteps } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import type { StepStatus } from '#schema/status.ts'
import type { Terminal } from '../../../terminal/terminal.ts'
import type { Present } from './present.ts'
import type { Rehearsal } from './rehearsal.ts'
import { rehearsalCommand } from './words.ts'

/** Shows the programs a run needs, those that say something of themselves and those that are not as they should be. */
export function showPrograms(found: readonly Present[], { out, locale }: Terminal): void {
  const rows = found
    .filter(({ there, version, ready, required }) => version || ready !== undefined || (!there && !required.optional))
    .map((one) => [
      withMark(statusOf(one), one.required.name, out.paint),
      one.version ?? '',
      statesOf(one)
        .map((state) => state[locale])
        .join('; '),
    ])
  if (rows.length === 0) return
  const head = [COLUMNS.program, COLUMNS.version, COLUMNS.state].map((title) => title[locale])
  out.write(`${renderTable(head, rows, out.paint)}\n`)
}

function statusOf({ there, ready, older, required }: Present): StepStatus {
  if (required.optional && !there) return 'skipped'
  if (!there || (ready === false && !required.madeReady)) return required.optional ? 'not-checkable' : 'failed'
  return older || ready === false ? 'not-checkable' : 'passed'
}

function statesOf({ there, ready, older, required }: Present): Localized[] {
  if (!there) return [required.optional ? STATES.later : STATES.missing]
  return [
    ...(ready === true ? [STATES.ready] : []),
    ...(ready === false
      ? [required.madeReady ? STATES.byStep : (required.tool?.facts?.ready?.otherwise ?? STATES.missing)]
      : []),
    ...(older ? [{ es: `más antiguo que el comprobado, ${older}`, en: `older than the one checked, ${older}` }] : []),
  ]
}

const COLUMNS = {
  program: { es: 'Programa', en: 'Program' },
  version: { es: 'Versión', en: 'Version' },
  state: { es: 'Estado', en: 'State' },
}

const STATES = {
  missing: { es: 'no está', en: 'missing' },
  later: { es: 'no está; puede traerlo un paso', en: 'missing; a step may bring it' },
  ready: { es: 'listo', en: 'ready' },
  byStep: { es: 'lo prepara un paso', en: 'a step makes it ready' },
}

/** Shows what a run will change: as its rehearsal did, or as the page says where nobody knows more. */
export function showRehearsal(plan: Plan, rehearsal: Rehearsal, { out, words, locale }: Terminal): void {
  const recorded = rehearsal.kind === 'same' ? changes(rehearsal.steps) : []
  const known = new Set(recorded.flatMap(({ steps }) => steps))
  const declared = plannedSteps(plan).filter(({ id, skip, effect }) => !skip && effect !== 'read' && !known.has(id))
  const rows = [
    ...recorded,
    ...declared.map(({ id, effect, title }) => ({
      effect: { verb: effect, kind: SAYS_PAGE[locale], name: title[locale] },
      steps: [id],
    })),
  ]
  out.write(`${fitLine(said(rehearsal, plan, words)[locale], out.paint.width, '  ')}\n`)
  if (rows.length > 0) out.write(`${changeTable(rows, words, out.paint)}\n`)
}

const SAYS_PAGE = { es: 'según la página', en: 'says the page' }

function said(rehearsal: Rehearsal, plan: Plan, { evidence }: Terminal['words']): Localized {
  if (rehearsal.kind === 'never') return NEVER(plan)
  const at = when(rehearsal.run, evidence)
  if (rehearsal.kind === 'same') return WILL(at)
  return rehearsal.kind === 'stale' ? STALE(at, plan) : OTHER(at, rehearsal.inputs, plan)
}

const when = ({ startedAt, shell }: RunReport, evidence: Terminal['words']['evidence']) =>
  `${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${evidence[shell === 'docker' ? 'executed' : 'emulated']}`

const WILL = (at: string): Localized => ({
  es: `Qué va a cambiar, como en el ensayo con estos mismos valores (${at}):`,
  en: `What will change, as in the rehearsal with these very values (${at}):`,
})
const OTHER = (at: string, names: readonly string[], plan: Plan): Localized => ({
  es: `La página se ensayó como es (${at}), con otros valores de ${names.join(', ')}. Para ver qué va a cambiar: ${rehearsalCommand(plan)}`,
  en: `The page was rehearsed as it is (${at}), with other values of ${names.join(', ')}. To see what will change: ${rehearsalCommand(plan)}`,
})
const STALE = (at: string, plan: Plan): Localized => ({
  es: `Aviso: la página cambió desde su último ensayo (${at}). Ensáyala: ${rehearsalCommand(plan)}`,
  en: `Warning: the page has changed since it was last rehearsed (${at}). Rehearse it: ${rehearsalCommand(plan)}`,
})
const NEVER = (plan: Plan): Localized => ({
  es: `Aviso: nadie ha ensayado esta página aquí. Ensáyala: ${rehearsalCommand(plan)}`,
  en: `Warning: nobody has rehearsed this page here. Rehearse it: ${rehearsalCommand(plan)}`,
})
