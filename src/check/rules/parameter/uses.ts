import type { StepBlock } from '#document/model.ts'

/** `ready` is bash too; a word search is enough to tell that a name is used. */
export const readyReads = ({ fence }: StepBlock) =>
  [...(fence.ready ?? '').matchAll(/\$\{?(\w+)/g)].map(([, name]) => name as string)
