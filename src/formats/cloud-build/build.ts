import { type Mapping, record } from '../yaml/value.ts'

/** The steps of a Cloud Build file, as written; none where it has no list of them. */
export const stepsOf = ({ steps }: Mapping): readonly unknown[] => (Array.isArray(steps) ? steps : [])

/** The values a file gives its own substitutions, as text. */
export const declaredSubstitutions = ({ substitutions }: Mapping): ReadonlyMap<string, string> =>
  new Map(Object.entries(record(substitutions)).map(([name, value]) => [name, String(value)]))

/** Whether substitutions that nobody uses or sets are no fault. */
export const isLoose = ({ options }: Mapping): boolean => record(options).substitutionOption === 'ALLOW_LOOSE'

/**
 * What a build leaves in a registry, variables as they stand: what `images` names and `docker push` pushes. Undefined
 * where its steps may push others: only docker's own builder is known to push nothing else.
 */
export function imagesPushed(build: Mapping): string[] | undefined {
  const steps = stepsOf(build).map(record)
  const known = steps.every(
    ({ name, entrypoint, script }) => name === DOCKER && entrypoint === undefined && script === undefined,
  )
  if (!known || steps.some(({ args }) => textsOf(args)[0] === 'buildx')) return undefined
  const pushed = steps.flatMap(({ args }) => (textsOf(args)[0] === 'push' ? textsOf(args).slice(1) : []))
  return [...new Set([...textsOf(build.images), ...pushed])]
}

const DOCKER = 'gcr.io/cloud-builders/docker'

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
