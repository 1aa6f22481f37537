import { isRunbook, type Page } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import { reportFinding } from '#finding/finding.ts'
import { createEmbeddedShell } from '#fixture/embedded.ts'
import { loadSeed } from '#fixture/seed.ts'
import { inputEnvironment } from '#run/inputs.ts'
import { run } from '#run/run.ts'
import type { FindingReport } from '#schema/finding.ts'
import { defineRunbook, type RunbookScript } from '#schema/script.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import { type ScriptSource, scriptSource } from '#script/source.ts'
import { expectedScripts, scriptDrift } from '../../src/cli/script-drift.ts'
import { staticFindings } from '../../src/cli/static-findings.ts'

/** What the static checks find in pages given by file. */
export async function findStatically(sources: ReadonlyMap<string, string>): Promise<FindingReport[]> {
  const parsed = [...sources].map(([file, source]) => parsePage({ file, source }))
  const pages = parsed.flatMap(({ page }) => (page ? [page] : []))
  const findings = [...parsed.flatMap(({ findings }) => findings), ...(await staticFindings(pages))]
  return findings.map((finding) => reportFinding(finding, 'en'))
}

/** What the comparison of pages with the scripts on disk finds. */
export async function findDrift(sources: ReadonlyMap<string, string>): Promise<FindingReport[]> {
  const pages = [...sources].flatMap(([file, source]) => parsePage({ file, source }).page ?? [])
  const drift = await scriptDrift(expectedScripts(pages), [...sources.keys()])
  return drift.map(({ finding }) => reportFinding(finding, 'en'))
}

/** What a dry run in the embedded fixture finds in a runbook of these pages. */
export async function findByRunning(sources: ReadonlyMap<string, string>, id: string): Promise<FindingReport[]> {
  const pages = [...sources].flatMap(([file, source]) => parsePage({ file, source }).page ?? [])
  const script = scriptOf(pages, id)
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
  const plan = planRun({ script, inputs, shell: 'embedded', live: false, selection: {} })
  if ('unknown' in plan) throw new Error(plan.unknown)
  const values = inputEnvironment(inputs)
  const shell = await createEmbeddedShell({
    ...(await loadSeed(`runbooks/fixtures/${script.system}`, values)),
    inputs: values,
  })
  const findings: FindingReport[] = []
  try {
    await run({
      plan,
      shell,
      locale: 'es',
      signal: new AbortController().signal,
      emit: (event) => {
        if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
      },
    })
  } finally {
    await shell.close()
  }
  return findings
}

/** The script of a runbook straight from its pages, without a file. */
function scriptOf(pages: readonly Page[], id: string): RunbookScript {
  const runbooks = pages.filter(isRunbook).filter(({ header }) => header.id === id)
  const es = runbooks.find(({ locale }) => locale === 'es')
  if (!es) throw new Error(`no page is the runbook ${id}`)
  return runnable(scriptSource({ es, en: runbooks.find(({ locale }) => locale === 'en') }, 'fault'))
}

function runnable(source: ScriptSource): RunbookScript {
  const items = source.items.map((item) => {
    if (item.kind !== 'step') return item
    const { text, ...step } = item
    return {
      ...step,
      run: ($: (pieces: TemplateStringsArray) => unknown) => $([text] as unknown as TemplateStringsArray),
    }
  })
  return defineRunbook({ ...source, items } as unknown as RunbookScript)
}
