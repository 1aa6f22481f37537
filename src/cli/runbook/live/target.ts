import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { showControls } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal/past-run.ts'
import type { ParameterType } from '#schema/parameter/parameter.ts'
import type { Plan } from '#schema/plan.ts'
import { DESTINATION_VARIABLES } from '#tools/destination-variables.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Shows what a live run is about to address: its inputs, the account that will do it, and what the environment says of where programs go. */
export function showTarget(
  plan: Plan,
  { past, account, terminal }: { past: PastRun | undefined; account: string | undefined; terminal: Terminal },
): void {
  const { script, inputs } = plan
  const { out, words, locale } = terminal
  const rows = Object.entries(inputs).map(([name, { value, secret, source }]) => [
    name,
    secret ? '***' : showControls(value),
    words.source[source],
  ])
  if (account) rows.push(['gcloud', account, ''])
  const environment = { ...terminal.environment, ...targetEnvironment(plan) }
  for (const name of Object.keys(DESTINATION_VARIABLES)) {
    const value = environment[name]
    if (value && !inputs[name]) rows.push([name, showControls(value), words.source.environment])
  }
  out.write(`${out.paint('bold', script.title[locale])}\n`)
  out.write(`${renderTable([words.columns.input, words.columns.value, words.columns.source], rows, out.paint)}\n`)
  if (past) out.write(`${RESUMED[locale](past.identity.run, past.done.size)}\n`)
}

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
