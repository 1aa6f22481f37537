import { projectNamed, projectOf } from '../access.ts'
import type { GcloudInvocation } from '../invocation.ts'
import type { Address, Resource, Scope } from './declaration.ts'

/** A template of a full name, filled in. */
export const fill = (template: string, { project, within, name }: Address): string => {
  const parts: Record<string, string> = { project: project.id, number: project.number, within, name }
  return template.replaceAll(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole)
}

/** Reads a full name by its template: the parts it gives by name. Undefined for what is no full name. */
const readFullName = (template: string, text: string): Record<string, string> | undefined => {
  const source = template.replace('{number}', '{project}').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')
  return template.includes('/') ? new RegExp(`^${source}$`).exec(text)?.groups : undefined
}

/** Where the resource an argument names is, or would be. Fails as gcloud does where something is missing. */
export const addressOf = <One>(resource: Resource<One>, invocation: GcloudInvocation, argument: string): Address => {
  const full = readFullName(resource.path, argument)
  const within = full?.within ?? resource.within?.find(invocation) ?? ''
  const project = full?.project === undefined ? projectOf(invocation) : projectNamed(invocation, full.project)
  const name = full?.name ?? resource.name?.(argument, invocation) ?? argument
  return { project, within, name }
}

/** What a call acts on: its positionals, or what the flag says that stands for one. */
export const argumentsOf = <One>({ nameFlag }: Resource<One>, invocation: GcloudInvocation): readonly string[] =>
  nameFlag === undefined ? invocation.names : [invocation.flag(nameFlag.flag) ?? nameFlag.default]

/** Where an existing resource is that an argument names. */
export const addressOfOne = <One>(resource: Resource<One>, invocation: GcloudInvocation, argument: string): Address => {
  if (resource.owner === undefined) return addressOf(resource, invocation, argument)
  const full = readFullName(resource.path, argument)
  const name = full?.name ?? resource.name?.(argument, invocation) ?? argument
  return { within: '', ...resource.owner(invocation, name) }
}

/** Where the resource under a key of a collection is. */
export const addressOfKey = <One>(resource: Resource<One>, { project, within }: Scope, key: string): Address => {
  if (!resource.isKeyedByWithin) return { project, within, name: key }
  const [region = '', ...rest] = key.split('/')
  return { project, within: region, name: rest.join('/') }
}
