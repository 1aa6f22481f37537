import { sha256 } from '../digest.ts'
import { EMPTY_IMAGE, type Image } from '../model.ts'

/** An image while its stage is being built. */
export type Draft = {
  -readonly [Key in Exclude<keyof Image, 'digest' | 'createdAt'>]: Image[Key]
} & {
  args: Record<string, string>
  files: Record<string, string>
  env: Record<string, string>
  shell: readonly string[]
}

/** A stage's beginning: a copy of its base, or nothing (`scratch`). */
export function draftFrom(base: Image | undefined, platform: string): Draft {
  const { digest: _digest, createdAt: _createdAt, ...start } = base ?? { ...EMPTY_IMAGE, platform }
  return { ...start, platform, files: { ...start.files }, env: { ...start.env }, args: {}, shell: ['/bin/sh', '-c'] }
}

/** The finished image; the same draft gives the same digest. */
export function finishDraft(draft: Draft, createdAt: number): Image {
  const { args: _args, shell: _shell, ...content } = draft
  const files = Object.fromEntries(Object.entries(draft.files).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ...content, files, digest: `sha256:${sha256(JSON.stringify({ ...content, files }))}`, createdAt }
}

/** What variables an instruction sees: build arguments, then the environment. */
export const scopeOf = (draft: Draft): Record<string, string> => ({ ...draft.args, ...draft.env })
