import { stringify } from 'yaml'
import { driftedBy } from '../drift.ts'
import { exampleRow } from '../example.ts'
import type { Service } from '../service.ts'
import { type HeaderWords, PROCEDURES, type ProcedureId } from './words.ts'

/** Where each procedure starts, what its steps are and what undoes it. */
const PLAN: Readonly<Record<ProcedureId, Readonly<Record<string, unknown>>>> = {
  start: { steps: 'build..check-memory', undo: 'stop' },
  try: { after: 'start', steps: 'predict..check-runbook' },
  watch: { after: 'start', steps: 'count-predictions..list-drifted' },
  trial: { after: 'start', steps: 'start-trial..remove-trial' },
  release: {
    situation: 'previous-running',
    steps: ['check-previous..check-release', 'check-ready'],
    undo: 'roll-back',
  },
  'roll-back': { after: 'release', steps: ['check-image..check-roll-back', 'check-ready'], undo: 'release' },
  stop: { after: 'start', steps: 'stop..remove-files', undo: 'start' },
}

/** The header of the page: parameters with the service's own version as their example, and its procedures. */
export function header(service: Service, words: HeaderWords): string {
  const { id, version } = service
  const labels = words.parameters
  const runbook = {
    id,
    system: id,
    parameters: {
      VERSION: { type: 'image-tag', label: labels.VERSION, example: version },
      PREVIOUS_VERSION: {
        type: 'image-tag',
        label: labels.PREVIOUS_VERSION,
        example: previousOf(version),
        differs: 'VERSION',
      },
      PORT: { type: 'port', pattern: UNPRIVILEGED, label: labels.PORT, example: 8000, default: 8000 },
      TRIAL_PORT: {
        type: 'port',
        pattern: UNPRIVILEGED,
        label: labels.TRIAL_PORT,
        example: 8001,
        default: 8001,
        differs: 'PORT',
      },
    },
    instead: words.instead,
    escalation: words.escalation,
    procedures: proceduresIn(service).map((name) => ({
      id: name,
      ...words.procedures[name],
      ...PLAN[name],
    })),
  }
  const front = { title: words.title(service), description: words.description, runbook }
  return `---\n${stringify(front, { lineWidth: 0 })}---\n`
}

/** The procedures of a service: one without monitoring has nothing to watch. */
export const proceduresIn = ({ monitoring }: Service): ProcedureId[] =>
  PROCEDURES.filter((name) => name !== 'watch' || monitoring)

const UNPRIVILEGED = '[2-9][0-9]{3}|[1-9][0-9]{4}'

/** Whether its trial shows a drift: cases that are all the same are unlike the training, unless that had one value only. */
export const seesDrift = ({ manifest, monitoring }: Service): boolean =>
  monitoring && driftedBy(exampleRow(manifest), manifest).length > 0

/** A version before another: 1.4.2 follows 1.4.1, and 1.4.0 follows 1.3.0. */
export function previousOf(version: string): string {
  const [, major = '', minor = '', patch = ''] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? []
  if (Number(patch) > 0) return `${major}.${minor}.${Number(patch) - 1}`
  if (Number(minor) > 0) return `${major}.${Number(minor) - 1}.0`
  return Number(major) > 0 ? `${Number(major) - 1}.9.0` : `before-${version}`.slice(0, 128)
}
