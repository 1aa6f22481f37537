import { isRunbook } from '#document/model.ts'
import { parsePage } from '#document/parse.ts'
import { createDockerShell } from '#fixture/docker.ts'
import { createEmbeddedShell } from '#fixture/embedded/shell.ts'
import { loadSeed } from '#fixture/seed.ts'
import { inputEnvironment } from '#run/inputs.ts'
import { run } from '#run/run.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Plan } from '#schema/plan.ts'
import type { RunReport } from '#schema/report.ts'
import type { Execution, Shell } from '#schema/shell.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun, type Selection } from '#script/plan.ts'
import { runnableScript } from '#script/runnable.ts'
import { type ScriptSource, scriptSource } from '#script/source.ts'

export type Fixture = 'docker' | 'embedded'

/** The pages by file, the runbook meant, the fixture, and how much of it to run. */
export interface PageRunRequest {
  sources: ReadonlyMap<string, string>
  id: string
  fixture: Fixture
  selection?: Selection
  /** Folder of the seed worlds. */
  seeds?: string
}

export interface PageRun {
  report: RunReport
  findings: FindingReport[]
  /** What the shell gave for each step that ran, by its id. */
  executions: ReadonlyMap<string, Execution>
}

/** Dry-runs a runbook straight from its pages, as `pnpm runbook <id> --dry-run` does from the script they generate. */
export async function runPages({ selection = {}, seeds, ...request }: PageRunRequest): Promise<PageRun> {
  const plan = planPages(request, selection)
  const shell = await openFixture(plan, seeds)
  try {
    return await runPlan(plan, shell)
  } finally {
    await shell.close()
  }
}

/** The plan of a dry run of a runbook. */
export function planPages(
  { sources, id, fixture }: Pick<PageRunRequest, 'sources' | 'id' | 'fixture'>,
  selection: Selection = {},
): Plan {
  const script = runnableScript(sourceOf(sources, id))
  const { inputs } = resolveInputs(script.parameters, { flags: {}, environment: {} }, { live: false })
  const plan = planRun({ script, inputs, shell: fixture, live: false, selection })
  if ('problem' in plan) throw new Error(`the runbook ${id}: ${plan.problem} ${plan.name}`)
  return plan
}

/** The pristine fixture of a plan. */
export async function openFixture({ shell, script, inputs }: Plan, seeds = 'runbooks/fixtures'): Promise<Shell> {
  const values = inputEnvironment(inputs)
  const options = { ...(await loadSeed(`${seeds}/${script.system}`, values)), inputs: values }
  if (shell === 'embedded') return createEmbeddedShell(options)
  return createDockerShell({
    ...options,
    image: (await import('./docker.ts')).builtImage(),
    signal: never(),
    snapshot: 'make',
  })
}

const never = () => new AbortController().signal

/** Runs a plan, or a part of one, in a shell that stays open. */
export async function runPlan(plan: Plan, shell: Shell): Promise<PageRun> {
  const findings: FindingReport[] = []
  const executions = new Map<string, Execution>()
  let step = ''
  const recording: Shell = {
    ...shell,
    async run(request) {
      const execution = await shell.run(request)
      executions.set(step, execution)
      return execution
    },
  }
  const report = await run({
    plan,
    shell: recording,
    locale: 'es',
    signal: never(),
    emit: (event) => {
      if (event.kind === 'step-started') step = event.step
      if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    },
  })
  return { report, findings, executions }
}

/** What the script of a runbook says, straight from its pages. */
export function sourceOf(sources: ReadonlyMap<string, string>, id: string): ScriptSource {
  // Only a page that names it can be it.
  const named = [...sources].filter(([, source]) => source.includes(id))
  const pages = named.flatMap(([file, source]) => {
    const { page } = parsePage({ file, source })
    return page ? [page] : []
  })
  const runbooks = pages.filter(isRunbook).filter(({ header }) => header.id === id)
  const es = runbooks.find(({ locale }) => locale === 'es')
  if (!es) throw new Error(`no page is the runbook ${id}`)
  return scriptSource({ es, en: runbooks.find(({ locale }) => locale === 'en') }, 'fault')
}
