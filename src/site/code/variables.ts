import { type AnnotationRenderOptions, ExpressiveCodeAnnotation } from '@astrojs/starlight/expressive-code'
import { h } from '@astrojs/starlight/expressive-code/hast'
import { parseBash } from '#document/bash.ts'

interface VariableUse {
  name: string
  /** Line of the block from 0, and columns in it, `end` exclusive. */
  line: number
  start: number
  end: number
}

/**
 * Where a block of bash expands a variable as a plain `$NAME` or `${NAME}`:
 * the places a reader's value can stand in. Text bash would not expand, in
 * single quotes or after a backslash, is not among them.
 */
export function variableUses(code: string): VariableUse[] {
  const uses = parseBash(code).reads.flatMap(({ name, start, end }) => {
    const text = code.slice(start, end)
    if (text !== `$${name}` && text !== `\${${name}}`) return []
    const before = code.slice(0, start)
    const column = start - (before.lastIndexOf('\n') + 1)
    return [{ name, line: before.split('\n').length - 1, start: column, end: column + text.length }]
  })
  return uses.filter(({ name }) => /^[A-Z]/.test(name))
}

/** Marks a use so that the page can show a value in its place: the pieces of one use carry its name. */
export class VariableAnnotation extends ExpressiveCodeAnnotation {
  override name = 'variable'
  readonly use: VariableUse
  constructor(use: VariableUse) {
    super({ inlineRange: { columnStart: use.start, columnEnd: use.end }, renderPhase: 'latest' })
    this.use = use
  }
  render({ nodesToTransform }: AnnotationRenderOptions) {
    return nodesToTransform.map((node, index) =>
      h('span', index === 0 ? { 'data-v': this.use.name } : { 'data-v-rest': '' }, [node]),
    )
  }
}
