import { type FileBlock, type Page, placeIn } from '#document/model.ts'
import { type PlacedService, placedServices } from '#formats/compose/services.ts'
import type { Place } from '#schema/place.ts'

/** A text of a Compose file and where it stands on the page. */
export interface ComposeText {
  text: string
  place: Place
}

/** One service as one block of a page tells it. */
export type ComposeService = PlacedService<ComposeText>

/** The services of every block of a page that is a Compose file or a piece of one. Blocks that are not valid YAML give none. */
export function composeServices(page: Page): ComposeService[] {
  return page.blocks
    .filter((block): block is FileBlock => block.kind === 'file' && /^\s*services:/m.test(block.text))
    .flatMap((block) =>
      placedServices(block.text, (text, start, end) => ({ text, place: placeIn(page, block, start, end) })),
    )
}
