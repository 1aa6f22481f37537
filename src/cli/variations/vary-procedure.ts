import type { FindingReport } from '#schema/finding.ts'
import type { VariationReport } from '#schema/report.ts'
import { dealVariations, seedOf } from '#variation/deal.ts'
import { smallestDifference } from '#variation/smallest.ts'
import type { Variation } from '#variation/variation.ts'
import { type Attempt, attempt, type Subject } from './attempt.ts'
import { failedFinding, maskVaried, needlessFinding } from './words.ts'

/** How many variations, and of which seed. */
export interface Amount {
  count: number
  seed: number
}

/** The variations of a procedure, in the order they ran. */
export interface Varied {
  runs: VariationReport[]
  findings: FindingReport[]
}

/** A difference under which the procedure falls short, and where. */
interface Cause {
  at: string | undefined
  smallest: Variation
}

/**
 * Runs a procedure under so many variations, and once under each that its page excepts. Each cause is one finding, with
 * the smallest difference that has it.
 */
export async function varyProcedure(
  subject: Subject,
  amount: Amount,
  tell: (run: VariationReport) => void = () => {},
): Promise<Varied> {
  const attempts = remembered(subject)
  const causes: Cause[] = []
  const runs: VariationReport[] = []
  const findings: FindingReport[] = []
  const record = (number: number, variation: Variation, ended: Attempt) => {
    const run = reportOf(subject, { number, variation, ended })
    runs.push(run)
    tell(run)
  }
  for (const [index, variation] of dealt(subject, amount).entries()) {
    if (subject.world.signal.aborted) break
    const ended = await attempts(variation)
    record(index + 1, variation, ended)
    if (!isFailure(ended) || (await isKnown(variation, ended, { causes, attempts }))) continue
    const smallest = await shrink(variation, ended, { subject, attempts })
    causes.push({ at: ended.at, smallest })
    findings.push(failedFinding(subject, { smallest, ended: await attempts(smallest), amount }))
  }
  for (const variation of excepted(subject)) {
    if (subject.world.signal.aborted) break
    const ended = await attempts(variation)
    record(0, variation, ended)
    if (ended.status === 'passed') findings.push(needlessFinding(subject, variation))
  }
  return { runs, findings }
}

type Attempts = (variation: Variation) => Promise<Attempt>

const isFailure = ({ status }: Attempt) => status === 'failed' || status === 'timed-out'

/** The same variation gives the same: it runs once. */
function remembered(subject: Subject): Attempts {
  const known = new Map<string, Promise<Attempt>>()
  return (variation) => {
    const { inputs, change, environment } = variation
    const key = JSON.stringify([Object.entries(inputs).sort(), change, environment])
    const found = known.get(key) ?? attempt(variation, subject)
    known.set(key, found)
    return found
  }
}

/** Those the procedure must hold under. */
function dealt({ script, procedure, variations }: Subject, { count, seed }: Amount): Variation[] {
  const { parameters } = script
  const held = Object.entries(variations).filter(([name]) => procedure.except?.[name] === undefined)
  const named = (isEnvironment: boolean) =>
    held.flatMap(([name, one]) => ('environment' in one === isEnvironment ? [name] : []))
  const own = seedOf(seed, script.id, procedure.id)
  return dealVariations({ parameters, changes: named(false), environments: named(true), count, seed: own })
}

/** Those it need not hold under, each alone. A name nobody declares is a finding of the page. */
function excepted({ procedure, variations }: Subject): Variation[] {
  return Object.keys(procedure.except ?? {}).flatMap((name): Variation[] => {
    const declared = variations[name]
    if (!declared) return []
    return [{ inputs: {}, ...('environment' in declared ? { environment: name } : { change: name }) }]
  })
}

/** Whether a cause that was found already explains a failure: what they share of it is enough. */
async function isKnown(
  variation: Variation,
  { at }: Attempt,
  { causes, attempts }: { causes: readonly Cause[]; attempts: Attempts },
): Promise<boolean> {
  for (const cause of causes.filter((one) => one.at === at)) {
    const shared = sharedWith(cause.smallest, variation)
    if (shared && (await attempts(shared)).at === at) return true
  }
  return false
}

/** The part of a variation that differs in what another does; undefined where it lacks any of that. */
function sharedWith({ inputs, change, environment }: Variation, variation: Variation): Variation | undefined {
  const names = Object.keys(inputs)
  const lacks = change !== (change && variation.change) || environment !== (environment && variation.environment)
  if (lacks || names.some((name) => variation.inputs[name] === undefined)) return undefined
  const values = Object.fromEntries(names.map((name) => [name, variation.inputs[name] as string]))
  return { inputs: values, ...(change && { change }), ...(environment && { environment }) }
}

const shrink = (
  variation: Variation,
  { at }: Attempt,
  { subject, attempts }: { subject: Subject; attempts: Attempts },
) =>
  smallestDifference({
    variation,
    parameters: subject.script.parameters,
    fails: async (less) => {
      const ended = await attempts(less)
      return isFailure(ended) && ended.at === at
    },
  })

interface Ended {
  number: number
  variation: Variation
  ended: Attempt
}

function reportOf(subject: Subject, { number, variation, ended }: Ended): VariationReport {
  const { script, procedure, locale } = subject
  const { change, environment } = variation
  const exception = number === 0 && procedure.except?.[change ?? environment ?? '']?.[locale]
  const reason = ended.status === 'not-checkable' && ended.finding?.message
  return {
    runbook: script.id,
    procedure: procedure.id,
    number,
    status: ended.status,
    ...(reason && { reason }),
    inputs: maskVaried(variation, subject),
    ...(change && { change }),
    ...(environment && { environment }),
    ...(exception && { exception }),
    durationMs: ended.durationMs,
  }
}
