import type { Parameter, ParameterType } from '#schema/parameter/parameter.ts'
import type { Inputs } from '#schema/plan.ts'
import type { Destination, DestinationKind } from '#tools/facts/destination.ts'
import { hostOf } from '#tools/facts/destination.ts'
import { isCertain } from './find.ts'

/** What a person confirmed that a run is for, by kind. */
export type Confirmed = Readonly<Record<DestinationKind, readonly string[]>>

/** What inputs say that a run is for, and the account it is done as. */
export function confirmedBy(
  inputs: Inputs,
  { parameters, account }: { parameters: Readonly<Record<string, Parameter>>; account: string | undefined },
): Confirmed {
  const of = (...types: ParameterType[]) =>
    Object.entries(inputs).flatMap(([name, { value }]) =>
      types.includes(parameters[name]?.type ?? 'text') ? [value] : [],
    )
  return {
    project: of('gcp-project-id'),
    region: of('gcp-region'),
    account: [...of('email'), ...(account === undefined ? [] : [account])],
    host: [...of('hostname'), ...of('url').map(hostOf)].map((host) => host.toLowerCase()),
    context: ['default'],
  }
}

/** Whether a command may go there: it `is` what was confirmed, is `other`, or cannot be told. */
export type Verdict = 'is' | 'other' | 'unclear'

/** Compares a destination with what was confirmed. */
export function compare({ kind, name }: Destination, confirmed: Confirmed): Verdict {
  if (!isCertain(name)) return 'unclear'
  if (isHere(kind, name) || confirmed[kind].includes(kind === 'host' ? name.toLowerCase() : name)) return 'is'
  if (kind === 'context' || confirmed[kind].length === 0) return 'unclear'
  return kind === 'account' && isOfProject(name, confirmed) ? 'unclear' : 'other'
}

/** Nothing is named, or what is everywhere the same: this machine, all regions. */
export function isHere(kind: DestinationKind, name: string): boolean {
  if (kind === 'host') return /^(localhost|127(\.\d+){3}|::1|0\.0\.0\.0|)$/i.test(name)
  return kind === 'region' ? !/^[a-z]+-[a-z]+\d+$/.test(name) : false
}

/** A service account of a project that was confirmed. */
const isOfProject = (account: string, { project }: Confirmed) =>
  project.some((one) => account.endsWith(`@${one}.iam.gserviceaccount.com`))
