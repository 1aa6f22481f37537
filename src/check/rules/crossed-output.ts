import { type ExpectBlock, isRunbook, placeIn, type Runbook, stepsOf } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { ParameterType } from '#schema/parameter.ts'
import type { Rule } from '../rule.ts'

/** Expected outputs that name a parameter where the step reads another of the same type: one of the two is the wrong one. */
export const crossedOutput: Rule = ({ page }) => {
  if (!isRunbook(page)) return []
  return stepsOf(page).flatMap((step) => {
    const reads = new Set(referencesIn(page, step.text).map(({ name }) => name))
    const expected = step.expect.flatMap((block) => referencesIn(page, block.text).map((one) => ({ ...one, block })))
    const shown = new Set(expected.map(({ name }) => name))
    return expected.flatMap((one): Finding[] => {
      const type = page.header.parameters[one.name]?.type
      const [other, ...more] = [...reads].filter((name) => page.header.parameters[name]?.type === type)
      if (type === undefined || VAGUE.has(type) || reads.has(one.name) || !other || more.length > 0 || shown.has(other))
        return []
      return [finding('NAME_OUTPUT_CROSSED', placeOf(page, one), { found: `$${one.name}`, read: `$${other}` })]
    })
  })
}

/** Types that do not tell what a value is for: a user and a registry are both a name. */
const VAGUE: ReadonlySet<ParameterType> = new Set(['text', 'name', 'secret'])

interface Reference {
  name: string
  start: number
  end: number
}

/** Parameters of the page a text names. */
const referencesIn = ({ header }: Runbook, text: string): Reference[] =>
  [...text.matchAll(/\$\{?(\w+)\}?/g)].flatMap(({ 0: whole, 1: name = '', index }) =>
    Object.hasOwn(header.parameters, name) ? [{ name, start: index, end: index + whole.length }] : [],
  )

const placeOf = (page: Runbook, { block, start, end }: Reference & { block: ExpectBlock }) =>
  placeIn(page, block, start, end)
