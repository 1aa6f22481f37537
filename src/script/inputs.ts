import type { Localized } from '#schema/locale.ts'
import { flagOf } from '#schema/parameter/flag.ts'
import type { Parameter } from '#schema/parameter/parameter.ts'
import { checkParameter } from '#schema/parameter/type.ts'
import { type Input, type Inputs, isSecret } from '#schema/plan.ts'

/** Where the values of a run come from, strongest first. `prompt` is what a person typed when asked. */
export interface InputSources {
  flags: Readonly<Record<string, string>>
  environment: Readonly<Record<string, string | undefined>>
  prompt?: Readonly<Record<string, string>>
  /** Of the run that goes on: nothing else counts for what it had. */
  journal?: Readonly<Record<string, string>>
}

/** A parameter without a usable value. `reason` is absent when there is no value at all. */
export interface InputProblem {
  name: string
  flag: string
  parameter: Parameter
  reason?: Localized
}

export interface ResolvedInputs {
  inputs: Inputs
  problems: readonly InputProblem[]
}

/**
 * Fills in the parameters of a runbook. A flag wins over the environment, the
 * environment over a prompt, that over the default. Examples count only in a dry
 * run; there, the operator's environment does not.
 */
export function resolveInputs(
  parameters: Readonly<Record<string, Parameter>>,
  sources: InputSources,
  { live }: { live: boolean },
): ResolvedInputs {
  const inputs: Record<string, Input> = {}
  const problems: InputProblem[] = []
  const problem = (name: string, parameter: Parameter, reason?: Localized) =>
    problems.push({ name, flag: flagOf(name), parameter, ...(reason && { reason }) })
  for (const [name, parameter] of Object.entries(parameters)) {
    const input = resolveInput(name, parameter, sources, live)
    const reason = input && checkParameter(input.value, parameter)
    if (input && !reason) inputs[name] = input
    else problem(name, parameter, reason)
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    const reason = clash(inputs[name]?.value, parameter, inputs)
    if (reason) problem(name, parameter, reason)
  }
  return { inputs, problems }
}

/** Why a value may not go with another one: the page says that they differ. */
function clash(value: string | undefined, { differs }: Parameter, inputs: Inputs): Localized | undefined {
  if (differs === undefined || value === undefined || inputs[differs]?.value !== value) return undefined
  return { es: `no puede ser igual que ${differs}`, en: `must not be the same as ${differs}` }
}

function resolveInput(name: string, parameter: Parameter, sources: InputSources, live: boolean): Input | undefined {
  const candidates: [Input['source'], string | undefined][] = [
    ['journal', sources.journal?.[name]],
    ['flag', sources.flags[name]],
    ['environment', live ? sources.environment[name] : undefined],
    ['prompt', sources.prompt?.[name]],
    ['default', parameter.default],
    ['example', live ? undefined : parameter.example],
  ]
  const found = candidates.find(([, value]) => value !== undefined)
  return found && { value: found[1] as string, source: found[0], secret: isSecret(parameter) }
}
