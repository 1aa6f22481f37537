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
  const byHeading = Map.groupBy(blocks, ({ heading }) => heading)
  return headings.map((heading, index) => {
    const own = byHeading.get(heading) ?? []
    const end = (headings[index + 1]?.place.start.line ?? lines.length + 1) - 1
    return { heading, prose: proseOf(lines, { start: heading.place.start.line, end }, own), blocks: own }
  })
}

/** The text from one line to another, from 1, without the blocks that stand there. */
function proseOf(
  lines: readonly string[],
  { start, end }: { start: number; end: number },
  blocks: readonly Block[],
): string {
  const kept: string[] = []
  let from = start
  for (const { place, text, pointAt } of blocks) {
    kept.push(...lines.slice(from - 1, place.start.line - 1))
    from = pointAt(text.length).line + 2
  }
  return [...kept, ...lines.slice(from - 1, end)].join('\n')
}
