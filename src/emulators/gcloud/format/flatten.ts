import { isObject, type Json, type JsonObject } from '../json.ts'

/** One resource for each item of the lists a `--flatten` names: `bindings[].members`. */
export const flatten = (resources: readonly Json[], key: string): Json[] => {
  const steps = key
    .split('[]')
    .map((part) => part.split('.').filter(Boolean))
    .filter((path) => path.length > 0)
  const paths = steps.map((_, at) => steps.slice(0, at + 1).flat())
  return paths.reduce<Json[]>((list, path) => list.flatMap((resource) => spread(resource, path)), [...resources])
}

const spread = (resource: Json, path: readonly string[]): Json[] => {
  const value = path.reduce<Json | undefined>((at, step) => (isObject(at) ? at[step] : undefined), resource)
  return Array.isArray(value) ? value.map((item) => replace(resource as JsonObject, path, item)) : [resource]
}

const replace = (resource: JsonObject, [step, ...rest]: readonly string[], item: Json): Json => {
  if (step === undefined) return item
  const inner = resource[step]
  return { ...resource, [step]: rest.length === 0 ? item : replace(inner as JsonObject, rest, item) }
}
