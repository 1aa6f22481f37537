import type { GcloudInvocation } from '../invocation.ts'

/** The flags of an update that change labels. */
export const LABEL_FLAGS = ['--update-labels', '--remove-labels', '--clear-labels']

/** Changes labels as an update's flags say: first removes, then sets. Says whether any is another than before. */
export const changeLabels = (labels: Record<string, string>, invocation: GcloudInvocation): boolean => {
  const before = JSON.stringify(labels)
  const gone = invocation.switch('--clear-labels') ? Object.keys(labels) : invocation.list('--remove-labels')
  for (const name of gone) delete labels[name]
  Object.assign(labels, invocation.map('--update-labels'))
  return JSON.stringify(labels) !== before
}

/** Labels as an API answers them: absent where there are none. */
export const shownLabels = (labels: Record<string, string>): Record<string, string> | undefined =>
  Object.keys(labels).length === 0 ? undefined : labels
