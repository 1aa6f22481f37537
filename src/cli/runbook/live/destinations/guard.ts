import { EXIT, StopError } from '#finding/error.ts'
import type { Guard } from '#run/context.ts'
import type { Localized } from '#schema/locale.ts'
import { type Plan, type PlannedStep, plannedSteps } from '#schema/plan.ts'
import { stepText } from '#script/step-text.ts'
import type { DestinationKind } from '#tools/facts/destination.ts'
import { loadToolsFor } from '#tools/load.ts'
import type { Tools } from '#tools/tool.ts'
import { askYes } from '../../../terminal/prompt.ts'
import type { Terminal } from '../../../terminal/terminal.ts'
import { type Confirmed, compare, confirmedBy, isHere, type Verdict } from './compare.ts'
import { destinationsIn, isCertain, type Known, type Named, namesAwaited } from './find.ts'
import { atOther, hint, unclear } from './words.ts'

/** What keeps a live run to the target that was confirmed. */
export interface TargetLock {
  /** Stops before anything runs where a step names another target for all to see. */
  refuseOthers(): void
  /** Where its steps go, as far as can be told now. */
  aims: readonly Aim[]
  /** Looks at a step when its turn comes, with the values that variables have by then. In doubt it asks. */
  guard: Guard
}

/** Something that steps of a plan go to: undefined where only a run can tell which. */
export interface Aim {
  kind: DestinationKind
  name: string | undefined
  steps: readonly string[]
  verdict: Verdict
}

/** Holds the steps of a plan to what its inputs say that it is for. `account` is the one it is done as. */
export async function createTargetLock(
  { script, inputs, procedures }: Plan,
  { account, terminal }: { account: string | undefined; terminal: Terminal },
): Promise<TargetLock> {
  const all = plannedSteps({ procedures }).filter(({ skip }) => !skip)
  // What a person does is looked at where they have it run here.
  const steps = all.filter(({ manual }) => !manual)
  const tools = await loadToolsFor(all.map(stepText))
  const confirmed = confirmedBy(inputs, { parameters: script.parameters, account })
  const values = Object.entries(inputs).map(([name, { value }]) => [name, value] as const)
  const look = { tools, confirmed, known: new Map(values) }
  return {
    aims: aimsOf(steps, look),
    refuseOthers() {
      for (const step of steps) {
        const other = found(step, look).find((one) => compare(one, confirmed) === 'other')
        if (other) throw new StopError(EXIT.usage, atOther(step.id, other, confirmed), { hint: hint(other) })
      }
    },
    guard: (step, read) => guardStep(step, { ...look, read, terminal }),
  }
}

interface Look {
  tools: Tools
  confirmed: Confirmed
  known: Known
}

const found = (step: PlannedStep, { tools, known }: Look): Named[] => destinationsIn(stepText(step), { tools, known })

/** Each destination once, with the steps that go there. */
function aimsOf(steps: readonly PlannedStep[], look: Look): Aim[] {
  const aims = new Map<string, Aim & { steps: string[] }>()
  for (const step of steps)
    for (const one of found(step, look)) {
      const name = isCertain(one.name) ? one.name : undefined
      if (name !== undefined && isHere(one.kind, name)) continue
      const key = `${one.kind} ${name}`
      const aim = aims.get(key) ?? { kind: one.kind, name, steps: [], verdict: compare(one, look.confirmed) }
      if (!aim.steps.includes(step.id)) aim.steps.push(step.id)
      aims.set(key, aim)
    }
  return [...aims.values()]
}

interface LiveLook extends Look {
  read: Parameters<Guard>[1]
  terminal: Terminal
}

async function guardStep(step: PlannedStep, look: LiveLook): ReturnType<Guard> {
  const { confirmed, terminal } = look
  const named = await foundByNow(step, look)
  const other = named.find((one) => compare(one, confirmed) === 'other')
  if (other) return { status: 'failed', message: said(atOther(step.id, other, confirmed), hint(other), terminal) }
  const doubt = named.find((one) => compare(one, confirmed) === 'unclear')
  if (!doubt) return undefined
  const text = unclear(step.id, doubt, confirmed)
  if (!terminal.interactive) return { status: 'failed', message: said(text, hint(doubt), terminal) }
  terminal.out.write(`\n${text[terminal.locale]}\n    ${doubt.command}\n`)
  return (await askYes(GO_ON[terminal.locale], terminal))
    ? undefined
    : { status: 'interrupted', message: text[terminal.locale] }
}

/** With the values the shell has of the variables that names wait for. */
async function foundByNow(step: PlannedStep, look: LiveLook): Promise<Named[]> {
  const names = new Set(found(step, look).flatMap(namesAwaited))
  const values = await Promise.all([...names].map(async (name) => [name, await look.read(name)] as const))
  const now = values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return now.length === 0 ? found(step, look) : found(step, { ...look, known: new Map([...look.known, ...now]) })
}

const said = (text: Localized, more: Localized, { locale }: Terminal) => `${text[locale]}\n${more[locale]}`

const GO_ON: Localized = { es: '¿Es el objetivo de esta ejecución? ¿Sigo?', en: 'Is it the target of this run? Go on?' }
