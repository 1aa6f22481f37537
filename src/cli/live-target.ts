import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { EXIT, StopError } from '#finding/error.ts'
import { renderTable } from '#report/table.ts'
import type { PastRun } from '#run/journal.ts'
import type { Plan } from '#schema/plan.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { Terminal } from './run-cli.ts'

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

/** Stops a resume that could not be trusted: nothing to resume, all done, or another page. */
export function checkResume(past: PastRun | undefined, script: RunbookScript): asserts past is PastRun {
  if (!past || past.ended) {
    throw new StopError(
      EXIT.usage,
      { es: 'No hay ninguna ejecución a medias que continuar.', en: 'There is no unfinished run to resume.' },
      { hint: { es: `Empieza una: pnpm runbook ${script.id}`, en: `Start one: pnpm runbook ${script.id}` } },
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
