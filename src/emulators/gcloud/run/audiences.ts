import type { GcloudInvocation } from '../invocation.ts'

/** Flags that change which audiences a service accepts. */
export const AUDIENCE_FLAGS = [
  '--add-custom-audiences',
  '--remove-custom-audiences',
  '--set-custom-audiences',
  '--clear-custom-audiences',
] as const

/** The audiences of a service after its flags, as gcloud keeps them: in order, each once. */
export const nextAudiences = (invocation: GcloudInvocation, before: readonly string[]): readonly string[] => {
  if (invocation.switch('--clear-custom-audiences')) return []
  const replaced = invocation.has('--set-custom-audiences') ? invocation.list('--set-custom-audiences') : before
  const removed = invocation.list('--remove-custom-audiences')
  const kept = replaced.filter((audience) => !removed.includes(audience))
  return [...new Set([...kept, ...invocation.list('--add-custom-audiences')])]
}
