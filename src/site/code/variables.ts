import { type AnnotationRenderOptions, ExpressiveCodeAnnotation } from '@astrojs/starlight/expressive-code'
import { h } from '@astrojs/starlight/expressive-code/hast'
import { type Quoting, variablePlaces } from '#document/bash/places.ts'
import { parseBash } from '#document/bash/read.ts'

interface VariableUse {
  name: string
  quoting: Quoting
  /** Line of the block from 0, and columns in it, `end` exclusive. */
  line: number
  start: number
  end: number
}

/** Where a reader's value can stand in a block of bash. A variable the block sets itself has its own value. */
export function variableUses(code: string): VariableUse[] {
  const set = new Set(parseBash(code).writes.map(({ name }) => name))
  const places = variablePlaces(code).filter(({ name }) => /^[A-Z]/.test(name) && !set.has(name))
  return places.map(({ name, quoting, start, end }) => {
    const before = code.slice(0, start)
    const column = start - (before.lastIndexOf('\n') + 1)
    return { name, quoting, line: before.split('\n').length - 1, start: column, end: column + end - start }
  })
}

/** Marks a use so that the page can show a value in its place: its first piece carries its name and how bash reads it there. */
export class VariableAnnotation extends ExpressiveCodeAnnotation {
  override name = 'variable'
  readonly use: VariableUse
  constructor(use: VariableUse) {
    super({ inlineRange: { columnStart: use.start, columnEnd: use.end }, renderPhase: 'latest' })
    this.use = use
  }
  render({ nodesToTransform }: AnnotationRenderOptions) {
    const first = { 'data-v': this.use.name, ...quotingData(this.use.quoting) }
    return nodesToTransform.map((node, index) => h('span', index === 0 ? first : { 'data-v-rest': '' }, [node]))
  }
}

/** Most uses are in double quotes: those go without saying. `fill-in/show-value.ts` reads it. */
function quotingData(quoting: Quoting): Record<string, string> {
  if (quoting.kind === 'double') return {}
  return quoting.kind === 'word' ? { 'data-word': '' } : { 'data-here': quoting.delimiter }
}
