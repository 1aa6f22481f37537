import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { showControls } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import type { Locale, Localized } from '#schema/locale.ts'
import type { ParameterType } from '#schema/parameter/parameter.ts'
import type { Plan } from '#schema/plan.ts'
import { DESTINATION_VARIABLES } from '#tools/destination-variables.ts'
import type { DestinationKind } from '#tools/facts/destination.ts'
import type { Terminal } from '../../terminal/terminal.ts'
import type { Aim } from './destinations/guard.ts'

export interface Shown {
  /** The run that goes on, if one does. */
  past: PastRun | undefined
  account: string | undefined
  /** Where its steps go. */
  aims: readonly Aim[]
  terminal: Terminal
}

/**
 * Shows what a live run is about to address: its inputs, and where its steps go by them, by the environment, by what
 * they set themselves and by the account that does it.
 */
export function showTarget(plan: Plan, { past, account, aims, terminal }: Shown): void {
  const { script, inputs, procedures } = plan
  const { out, words, locale } = terminal
  const given = Object.entries(inputs).map(([name, { value, secret, source }]) => [
    name,
    secret ? '***' : showControls(value),
    words.source[source],
  ])
  const environment = { ...terminal.environment, ...targetEnvironment(plan) }
  for (const name of Object.keys(DESTINATION_VARIABLES)) {
    const value = environment[name]
    if (value && !inputs[name]) given.push([name, showControls(value), words.source.environment])
  }
  const procedure = script.procedures.length > 1 ? `: ${procedures[0]?.procedure.title[locale]}` : ''
  const goesTo = aims.map((aim) => aimRow(aim, inputs, locale))
  if (account) goesTo.push([KINDS.account[locale], account, 'gcloud'])
  out.write(`${out.paint('bold', `${script.title[locale]}${procedure}`)}\n`)
  out.write(`${renderTable([words.columns.input, words.columns.value, words.columns.source], given, out.paint)}\n`)
  if (goesTo.length > 0)
    out.write(`${renderTable([COLUMNS.target[locale], words.columns.value, COLUMNS.by[locale]], goesTo, out.paint)}\n`)
  if (past) out.write(`${RESUMED[locale](past.identity.run, past.done.size)}\n`)
}

/** The parameter that says so, and the steps that go there. */
function aimRow({ kind, name, steps, verdict }: Aim, inputs: Plan['inputs'], locale: Locale): string[] {
  const parameter = Object.entries(inputs).find(([, { value, secret }]) => !secret && value === name)?.[0]
  const shown = name === undefined ? UNKNOWN[locale] : showControls(name)
  const by = [parameter, verdict === 'unclear' ? ASKED[locale] : undefined, steps.join(', ')].filter(Boolean)
  return [KINDS[kind][locale], shown, by.join('; ')]
}

const COLUMNS = { target: { es: 'Objetivo', en: 'Target' }, by: { es: 'Por', en: 'By' } }

const KINDS: Readonly<Record<DestinationKind, Localized>> = {
  project: { es: 'proyecto', en: 'project' },
  region: { es: 'región', en: 'region' },
  account: { es: 'cuenta', en: 'account' },
  host: { es: 'servidor', en: 'server' },
  context: { es: 'configuración', en: 'configuration' },
}

const UNKNOWN: Localized = { es: '(se sabe al llegar)', en: '(known when it comes)' }
const ASKED: Localized = { es: 'se pregunta', en: 'will be asked' }

const RESUMED = {
  es: (run: string, count: number) => `Continúa ${run}: ${count} pasos terminados antes.`,
  en: (run: string, count: number) => `Continues ${run}: ${count} steps finished before.`,
}

/**
 * Variables that hold every gcloud command of a live run to the project and region it was given,
 * whatever gcloud is configured for (cloud.google.com/sdk/docs/properties).
 */
export function targetEnvironment({ script, inputs }: Plan): Record<string, string> {
  const only = (type: ParameterType) => {
    const names = Object.keys(script.parameters).filter((name) => script.parameters[name]?.type === type)
    return names.length === 1 ? inputs[names[0] ?? '']?.value : undefined
  }
  const project = only('gcp-project-id')
  const region = only('gcp-region')
  return {
    ...(project !== undefined && { CLOUDSDK_CORE_PROJECT: project }),
    ...(region !== undefined && { CLOUDSDK_COMPUTE_REGION: region, CLOUDSDK_RUN_REGION: region }),
  }
}

/** The account gcloud would use, or undefined when there is no gcloud. */
export async function activeAccount(): Promise<string | undefined> {
  const run = promisify(execFile)
  const result = await run('gcloud', ['config', 'get-value', 'account'], { timeout: 20_000 }).catch(() => undefined)
  return result?.stdout.trim() || undefined
}
