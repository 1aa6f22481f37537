import type { Block, Heading, Page } from '#document/model.ts'

/** What stands under one heading of a page, down to the next one of any level. */
export interface Section {
  heading: Heading
  /** The heading and its text, without the blocks. */
  prose: string
  blocks: readonly Block[]
}

/** The sections of a page, in order. */
export function sectionsOf({ source, headings, blocks }: Page): Section[] {
  const lines = source.split(/\r\n|\r|\n/)
  const inBlock = new Set(blocks.flatMap(linesOf))
  const byHeading = Map.groupBy(blocks, ({ heading }) => heading)
  return headings.map((heading, index) => {
    const from = heading.place.start.line
    const to = headings[index + 1]?.place.start.line ?? lines.length + 1
    const prose = lines.slice(from - 1, to - 1).filter((_, at) => !inBlock.has(from + at))
    return { heading, prose: prose.join('\n'), blocks: byHeading.get(heading) ?? [] }
  })
}

/** Lines of a block with its fences, from 1. */
function linesOf({ place, text, pointAt }: Block): number[] {
  const first = place.start.line
  const last = pointAt(text.length).line + 1
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
