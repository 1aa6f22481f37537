import { isRunbook, placeIn, type Runbook, stepsOf } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import { namesExpected } from '#schema/expectation.ts'
import type { ParameterType } from '#schema/parameter.ts'
import type { Rule } from '../rule.ts'

/** Expected outputs that name a parameter where the step reads another of the same type: one of the two is the wrong one. */
export const crossedOutput: Rule = ({ page }) => {
  if (!isRunbook(page)) return []
  return stepsOf(page).flatMap((step) => {
    const reads = new Set(step.script.reads.map(({ name }) => name))
    const expected = step.expect.flatMap((block) => namesExpected(block.text).map((one) => ({ ...one, block })))
    const shown = new Set(expected.map(({ name }) => name))
    return expected.flatMap(({ name, block, start, end }): Finding[] => {
      const type = typeOf(page, name)
      const [other, ...more] = [...reads].filter((read) => typeOf(page, read) === type)
      if (type === undefined || VAGUE.has(type) || reads.has(name) || !other || more.length > 0 || shown.has(other))
        return []
      const place = placeIn(page, block, start, end)
      return [finding('NAME_OUTPUT_CROSSED', place, { found: `$${name}`, read: `$${other}` })]
    })
  })
}

/** Types that do not tell what a value is for: a user and a registry are both a name. */
const VAGUE: ReadonlySet<ParameterType> = new Set(['text', 'name', 'secret'])

const typeOf = ({ header }: Runbook, name: string): ParameterType | undefined =>
  Object.hasOwn(header.parameters, name) ? header.parameters[name]?.type : undefined
