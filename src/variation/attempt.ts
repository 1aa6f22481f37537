import { run } from '#run/run.ts'
import type { FindingReport } from '#schema/finding.ts'
import type { Locale } from '#schema/locale.ts'
import type { Plan } from '#schema/plan.ts'
import type { Procedure } from '#schema/procedure.ts'
import type { RunReport } from '#schema/report.ts'
import type { RunbookScript } from '#schema/script.ts'
import type { WorldVariation } from '#schema/seed.ts'
import type { StepStatus } from '#schema/status.ts'
import { resolveInputs } from '#script/inputs.ts'
import { planRun } from '#script/plan.ts'
import type { Variation } from './variation.ts'
import { openVaried, type VariedWorld } from './varied-shell.ts'

/** A procedure, and where its variations run. */
export interface Subject {
  script: RunbookScript
  procedure: Procedure
  /** Those the system declares, by name. */
  variations: Readonly<Record<string, WorldVariation>>
  world: VariedWorld
  locale: Locale
}

/** What became of a procedure under a variation. */
export interface Attempt {
  status: StepStatus
  durationMs: number
  /** Where it fell short: the step and what was found, or that its world could not be made. */
  at?: string
  /** What was found, on the page. */
  finding?: Pick<FindingReport, 'file' | 'line' | 'column' | 'message'>
}

/** Runs a procedure alone, in a pristine world, under a variation. Rejects for a defect of ours only. */
export async function attempt(variation: Variation, subject: Subject): Promise<Attempt> {
  const plan = planOf(variation, subject)
  if (!plan) return { status: 'skipped', durationMs: 0 }
  const started = performance.now()
  const ended = await runVaried(plan, variation, subject)
  return { ...ended, durationMs: performance.now() - started }
}

/** Undefined where the choices left values that the page refuses together. */
function planOf(
  { inputs: flags, change }: Variation,
  { script, procedure, variations, world }: Subject,
): Plan | undefined {
  const { inputs, problems } = resolveInputs(script.parameters, { flags, environment: {} }, { live: false })
  if (problems.length > 0) return undefined
  const selection = { procedure: procedure.id }
  const plan = planRun({ script, inputs, shell: world.name, live: false, selection })
  if ('problem' in plan) throw new Error(`the runbook ${script.id} has no procedure ${procedure.id}`)
  const declared = change === undefined ? undefined : variations[change]
  return declared && 'repeat' in declared ? twice(plan) : plan
}

/** The last procedure once more, where it ended. */
function twice(plan: Plan): Plan {
  const again = plan.procedures.slice(-1).map((last) => {
    const { situation: _, ...procedure } = last.procedure
    return { ...last, procedure }
  })
  return { ...plan, procedures: [...plan.procedures, ...again] }
}

async function runVaried(plan: Plan, variation: Variation, subject: Subject): Promise<Omit<Attempt, 'durationMs'>> {
  const { world, locale } = subject
  const { WorldError } = await import('#fixture/setup.ts')
  try {
    const shell = await openVaried(plan, variation, world)
    const findings: FindingReport[] = []
    const emit: Parameters<typeof run>[0]['emit'] = (event) => {
      if (event.kind === 'step-finished' && event.finding) findings.push(event.finding)
    }
    try {
      return outcomeOf(await run({ plan, shell, locale, signal: world.signal, emit }), findings)
    } finally {
      await shell.close()
    }
  } catch (error) {
    if (!(error instanceof WorldError)) throw error
    const finding = { ...firstStep(subject), column: 1, message: error.text[locale] }
    return { status: error.isLacking ? 'not-checkable' : 'failed', at: 'world', finding }
  }
}

function outcomeOf({ status, steps }: RunReport, findings: readonly FindingReport[]): Omit<Attempt, 'durationMs'> {
  const finding = findings.at(-1)
  const step = steps.findLast((one) => one.status === status)
  return { status, ...(finding && { at: `${step?.procedure} ${step?.id} ${finding.code}`, finding }) }
}

/** Where the procedure begins, on the page of a locale. */
export function firstStep({ script, procedure, locale }: Subject): { file: string; line: number } {
  const step = script.items.find((item) => item.kind === 'step' && item.id === procedure.steps[0])
  const file = script.sources[locale]
  return { file: file ?? script.sources.es, line: (file ? step?.lines[locale] : undefined) ?? step?.lines.es ?? 1 }
}
