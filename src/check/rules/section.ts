import { type Heading, isRunbook, type StepBlock } from '#document/model.ts'
import { type Finding, finding } from '#finding/finding.ts'
import type { Rule } from '../rule.ts'
import { sectionsOf } from '../section.ts'

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

/** How many more words must lead to the other section than to the own one. One can be chance. */
const CERTAIN = 2

/**
 * Steps in a row of which each speaks of what the section of the other says. Only words that tell the two
 * steps, and the two sections, apart count.
 */
export const crossedSections: Rule = ({ page }) => {
  if (!isRunbook(page)) return []
  const told = sectionsOf(page).flatMap(({ heading, prose, blocks }) =>
    blocks
      .filter((block) => block.kind === 'step')
      .map((step) => ({ step, heading, prose: wordsOf(prose), words: wordsOf(textOf(step)) })),
  )
  return told.flatMap((one, index): Finding[] => {
    const next = told[index + 1]
    if (!next || next.heading === one.heading || !areCrossed(one, next)) return []
    return [
      finding('STEP_SECTION_CROSSED', one.step.place, { other: next.step.fence.step, heading: next.heading.text }),
    ]
  })
}

interface Told {
  prose: ReadonlySet<string>
  words: ReadonlySet<string>
}

function areCrossed(one: Told, next: Told): boolean {
  const [own, others] = [one.words.difference(next.words), next.words.difference(one.words)]
  const [here, there] = [one.prose.difference(next.prose), next.prose.difference(one.prose)]
  const straight = own.intersection(here).size + others.intersection(there).size
  const crossed = own.intersection(there).size + others.intersection(here).size
  return crossed - straight >= CERTAIN
}

/** What a step is called, does and shows. */
const textOf = ({ fence, text, expect }: StepBlock) => [fence.step, text, ...expect.map((one) => one.text)].join(' ')

/** The words of a text by their first letters, so that `deploys` and `deployed` are one. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return new Set(plain.match(/[\p{L}\d]{3,}/gu)?.map((word) => word.slice(0, 5)))
}
