import type { Element } from '@astrojs/starlight/expressive-code/hast'

/** How far the rest of a wrapped line stands in, in characters. `styles/copy.css` says the same. */
export const HANGING_INDENT = 2

/** Leaves the indent of a line that begins at the margin, as most do, to the style sheet. */
export function dropCommonIndent(line: Element): void {
  if (line.properties.style === `--ecIndent:${HANGING_INDENT}ch`) delete line.properties.style
}
