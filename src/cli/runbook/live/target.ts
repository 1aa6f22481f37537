import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { parseBash } from '#document/bash/read.ts'
import { EXIT, StopError } from '#finding/error.ts'
import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal.ts'
import { type Plan, plannedSteps } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
import { stepText } from '#script/step-text.ts'
import type { Terminal } from '../../terminal/terminal.ts'

/** Shows what a live run is about to address: its inputs, and the account that will do it. */
export async function showTarget(
  { script, inputs }: Plan,
  past: PastRun | undefined,
  terminal: Terminal,
): Promise<void> {
  const { out, words, locale } = terminal
  const rows = Object.entries(inputs).map(([name, { value, secret, source }]) => [
    name,
    secret ? '***' : value,
    words.source[source],
  ])
  const account = await activeAccount()
  if (account) rows.push(['gcloud', account, ''])
  out.write(`${out.paint('bold', script.title[locale])}\n`)
  out.write(`${renderTable([words.columns.input, words.columns.value, words.columns.source], rows, out.paint)}\n`)
  if (past) out.write(`${RESUMED[locale](past.finished.size)}\n`)
}

const RESUMED = {
  es: (count: number) => `Continúa: ${count} pasos terminados antes.`,
  en: (count: number) => `Continues: ${count} steps finished before.`,
}

/**
 * Variables that hold every gcloud command of a live run to the project it was given,
 * whatever gcloud is configured for (cloud.google.com/sdk/docs/properties).
 */
export function targetEnvironment({ script, inputs }: Plan): Record<string, string> {
  const projects = Object.entries(script.parameters).filter(([, { type }]) => type === 'gcp-project-id')
  const project = projects.length === 1 ? inputs[projects[0]?.[0] ?? '']?.value : undefined
  return project === undefined ? {} : { CLOUDSDK_CORE_PROJECT: project }
}

/** Stops before anything runs when a step names another project or region than the inputs do. */
export function refuseOtherTargets({ script, inputs, procedures }: Plan): void {
  const valuesOf = (type: string) =>
    Object.entries(script.parameters).flatMap(([name, parameter]) =>
      parameter.type === type ? [inputs[name]?.value ?? parameter.example] : [],
    )
  const targets = { project: valuesOf('gcp-project-id'), region: valuesOf('gcp-region') }
  for (const item of plannedSteps({ procedures })) {
    if (item.skip) continue
    for (const [kind, found] of literalTargets(stepText(item))) {
      if (targets[kind].length > 0 && !targets[kind].includes(found)) throw otherTarget(item.id, kind, found)
    }
  }
}

/** `--project=x` and `--region x` of a text, where their values stand in it. */
function literalTargets(text: string): ['project' | 'region', string][] {
  return parseBash(text).commands.flatMap(({ args }) =>
    args.flatMap(({ value }, index): ['project' | 'region', string][] => {
      const [, kind, joined] = /^--(project|region)(?:=(.*))?$/s.exec(value ?? '') ?? []
      const found = joined ?? args[index + 1]?.value
      return kind && found ? [[kind as 'project' | 'region', found]] : []
    }),
  )
}

function otherTarget(step: string, kind: string, found: string): StopError {
  return new StopError(
    EXIT.usage,
    {
      es: `El paso «${step}» va a ${kind} ${found}, que no es el de esta ejecución.`,
      en: `Step "${step}" addresses ${kind} ${found}, which is not that of this run.`,
    },
    { hint: { es: 'Usa en la página la variable del parámetro.', en: "Use the parameter's variable on the page." } },
  )
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
async function activeAccount(): Promise<string | undefined> {
  const run = promisify(execFile)
  const result = await run('gcloud', ['config', 'get-value', 'account'], { timeout: 20_000 }).catch(() => undefined)
  return result?.stdout.trim() || undefined
}
