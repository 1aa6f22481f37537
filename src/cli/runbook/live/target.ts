import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { EXIT, StopError } from '#finding/error.ts'
import { showControls } from '#report/style.ts'
import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal.ts'
import type { ParameterType } from '#schema/parameter/parameter.ts'
import type { Plan } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
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
  if (past) out.write(`${RESUMED[locale](past.finished.size)}\n`)
}

const RESUMED = {
  es: (count: number) => `Continúa: ${count} pasos terminados antes.`,
  en: (count: number) => `Continues: ${count} steps finished before.`,
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

/** Stops a resume that could not be trusted: nothing to resume, all done, another procedure or another page. */
export function checkResume(
  past: PastRun | undefined,
  script: RunbookScript,
  procedure: string | undefined,
): asserts past is PastRun {
  if (!past || past.ended) {
    throw new StopError(
      EXIT.usage,
      { es: 'No hay ninguna ejecución a medias que continuar.', en: 'There is no unfinished run to resume.' },
      { hint: { es: `Empieza una: pnpm runbook ${script.id}`, en: `Start one: pnpm runbook ${script.id}` } },
    )
  }
  if (procedure !== undefined && procedure !== past.procedure) {
    throw new StopError(
      EXIT.usage,
      {
        es: `La ejecución a medias es del procedimiento «${past.procedure}».`,
        en: `The unfinished run is of the procedure "${past.procedure}".`,
      },
      {
        hint: {
          es: `Continúala: pnpm runbook ${script.id} ${past.procedure} --resume`,
          en: `Go on with it: pnpm runbook ${script.id} ${past.procedure} --resume`,
        },
      },
    )
  }
  if (past.hash !== script.hash) {
    throw new StopError(
      EXIT.invalid,
      { es: 'La página cambió desde aquella ejecución.', en: 'The page has changed since that run.' },
      {
        hint: {
          es: `Revisa qué pasos siguen valiendo y empieza en uno: pnpm runbook ${script.id} --from PASO`,
          en: `See which steps still hold and start at one: pnpm runbook ${script.id} --from STEP`,
        },
      },
    )
  }
}

/** The account gcloud would use, or undefined when there is no gcloud. */
export async function activeAccount(): Promise<string | undefined> {
  const run = promisify(execFile)
  const result = await run('gcloud', ['config', 'get-value', 'account'], { timeout: 20_000 }).catch(() => undefined)
  return result?.stdout.trim() || undefined
}
