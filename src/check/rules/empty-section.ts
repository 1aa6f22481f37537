import { type Heading, isRunbook } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Rule } from '../rule.ts'

/** Sections of a runbook that have no block where all others beside them have: the title says what to do, and the command is gone. */
export const emptySection: Rule = ({ page }) => {
  if (!isRunbook(page)) return []
  const filled = new Set(page.blocks.map(({ heading }) => heading))
  const beside = Map.groupBy(leavesOf(page.headings), ({ parent }) => parent)
  return [...beside.values()].flatMap((leaves): Finding[] => {
    const [empty, another] = leaves.filter(({ heading }) => !filled.has(heading))
    if (!empty || another || leaves.length === 1) return []
    return [finding('STEP_SECTION_EMPTY', empty.heading.place, { heading: empty.heading.text })]
  })
}

/** Headings below the second level that have none below them, each with the one it is part of. */
function leavesOf(headings: readonly Heading[]): { heading: Heading; parent: Heading | undefined }[] {
  return headings.flatMap((heading, index) => {
    const isParent = (headings[index + 1]?.depth ?? 0) > heading.depth
    const parent = headings.slice(0, index).findLast(({ depth }) => depth < heading.depth)
    return heading.depth > 2 && !isParent ? [{ heading, parent }] : []
  })
}
