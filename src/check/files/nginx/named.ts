import type { Directive } from '#formats/nginx/parse.ts'

/** The directives of a name. */
export const named = (all: readonly Directive[], name: string) =>
  all.filter((directive) => directive.name.text === name)
