import type { FindingReport } from '#schema/finding.ts'
import type { VariationReport } from '#schema/report.ts'
import { type Attempt, attempt, type Subject } from './attempt.ts'
import { failedFinding, maskVaried, needlessFinding } from './findings.ts'
import { dealVariations, seedOf } from './generate.ts'
import { smallestDifference } from './shrink.ts'
import type { Variation } from './variation.ts'

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

/**
 * Runs a procedure under so many variations, and once under each that its page excepts. Each cause is one finding, with
 * the smallest difference that has it.
 */
export async function varyProcedure(
  subject: Subject,
  amount: Amount,
  onRun: (run: VariationReport) => void = () => {},
): Promise<Varied> {
  const { signal } = subject.world
  const study: Study = { subject, attempts: remembered(subject), causes: [] }
  const runs: VariationReport[] = []
  const needless: FindingReport[] = []
  const record = async (number: number, variation: Variation) => {
    const ended = await study.attempts(variation)
    const run = reportOf(subject, { number, variation, ended })
    runs.push(run)
    onRun(run)
    return ended
  }
  for (const [index, variation] of dealt(subject, amount).entries()) {
    if (signal.aborted) break
    await record(index + 1, variation)
    await findCauses(variation, study)
  }
  for (const variation of excepted(subject)) {
    if (signal.aborted) break
    const { status } = await record(0, variation)
    if (status === 'passed') needless.push(needlessFinding(subject, variation))
  }
  const failed = study.causes.map(({ smallest, ended }) => failedFinding(subject, { smallest, ended, amount }))
  return { runs, findings: [...failed, ...needless] }
}

/** What is known so far of a procedure under variations. */
interface Study {
  subject: Subject
  attempts: Attempts
  causes: Cause[]
}

/** A difference under which the procedure falls short, the smallest of its kind, and what then happens. */
interface Cause {
  smallest: Variation
  ended: Attempt
}

/** All that is wrong under a variation: one cause hides what comes after it, so the rest is tried without it. */
async function findCauses(variation: Variation, study: Study): Promise<void> {
  const { attempts, causes, subject } = study
  const ended = await attempts(variation)
  if (!isFailure(ended) || subject.world.signal.aborted) return
  let cause = await knownCause(variation, ended, study)
  if (!cause) {
    const smallest = await shrink(variation, ended, study)
    cause = { smallest, ended: await attempts(smallest) }
    causes.push(cause)
  }
  const rest = withoutCause(variation, cause.smallest)
  if (rest) await findCauses(rest, study)
}

/** What is left of a variation: without the inputs of a cause, or without its world where it is that alone. */
function withoutCause({ inputs, ...world }: Variation, { inputs: blamed, change, environment }: Variation) {
  const kept = Object.entries(inputs).filter(([name]) => blamed[name] === undefined)
  if (Object.keys(blamed).length > 0) return { inputs: Object.fromEntries(kept), ...world }
  if (change !== undefined) return { inputs, ...(world.environment && { environment: world.environment }) }
  if (environment !== undefined) return { inputs, ...(world.change && { change: world.change }) }
  return undefined
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

/** The cause found before that explains a failure: what the variation shares with it is enough. */
async function knownCause(
  variation: Variation,
  { at }: Attempt,
  { causes, attempts }: Study,
): Promise<Cause | undefined> {
  for (const cause of causes.filter(({ ended }) => ended.at === at)) {
    const shared = sharedWith(cause.smallest, variation)
    if (shared && (await attempts(shared)).at === at) return cause
  }
  return undefined
}

/** The part of a variation that differs in what another does; undefined where it lacks any of that. */
function sharedWith({ inputs, change, environment }: Variation, variation: Variation): Variation | undefined {
  const names = Object.keys(inputs)
  const lacks = change !== (change && variation.change) || environment !== (environment && variation.environment)
  if (lacks || names.some((name) => variation.inputs[name] === undefined)) return undefined
  const values = Object.fromEntries(names.map((name) => [name, variation.inputs[name] as string]))
  return { inputs: values, ...(change && { change }), ...(environment && { environment }) }
}

const shrink = (variation: Variation, { at }: Attempt, { subject, attempts }: Study) =>
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
