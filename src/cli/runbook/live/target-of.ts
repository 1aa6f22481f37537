import { hostname } from 'node:os'
import type { ParameterType } from '#schema/parameter/parameter.ts'
import type { Plan } from '#schema/plan.ts'

/** What a run addresses, by kind: the values of its inputs that name a project, a region or a host, and the account. */
export type Target = Readonly<Record<string, string>>

const KINDS: Partial<Record<ParameterType, string>> = {
  'gcp-project-id': 'project',
  'gcp-region': 'region',
  hostname: 'host',
}

/** The target of a plan, with the account gcloud would use where it says so. */
export function targetOf({ script, inputs }: Plan, account: string | undefined): Target {
  const named = Object.entries(inputs).flatMap(([name, { value }]) => {
    const kind = KINDS[script.parameters[name]?.type ?? 'text']
    return kind ? [[`${kind} ${name}`, value]] : []
  })
  return { ...Object.fromEntries(named), ...(account && { account }) }
}

/** Whether it names a project or a host. */
export const namesTarget = (target: Target): boolean => Object.keys(target).some(isLocked)

const isLocked = (kind: string) => /^(project|host) /.test(kind)

/** The names of the locks of a target: of each project and host, or of this machine where it names none. */
export function lockNames(target: Target): string[] {
  const named = Object.entries(target).flatMap(([kind, value]) =>
    isLocked(kind) ? [`${kind.split(' ')[0]}=${value}`] : [],
  )
  return named.length > 0 ? [...new Set(named)].sort() : [`host=${hostname()}`]
}
