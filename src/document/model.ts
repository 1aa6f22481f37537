import type { Expectation } from '#schema/expectation.ts'
import type { Allowance, StepFence } from '#schema/fence.ts'
import type { RunbookHeader } from '#schema/frontmatter.ts'
import type { Incident } from '#schema/incident.ts'
import type { Locale } from '#schema/locale.ts'
import type { Place, Point } from '#schema/place.ts'
import type { BashScript } from './bash/model.ts'

/** A page of the knowledge base, with the position of everything in it. */
export interface Page {
  file: string
  locale: Locale
  /** Path of the page on the site without its locale, `runbooks/cloud-run-deploy`. */
  slug: string
  title: string
  /** What its header says it is about. */
  description?: string
  /** The text of the page without BOM, its line endings as they are. */
  source: string
  headings: readonly Heading[]
  links: readonly Link[]
  blocks: readonly Block[]
  /** What there is to read, in order, the blocks aside. */
  prose: readonly Prose[]
  /** What a post-mortem says of its incident. */
  incident?: Incident
  /** Where a key of the header stands: `['incident', 'factors', '0', 'id']`. */
  placeAt?(path: readonly string[]): Place
}

/** A page with an `id` whose steps can be executed. */
export interface Runbook extends Page {
  header: RunbookHeader
  placeAt(path: readonly string[]): Place
  /** Where each parameter is declared, `REGION`, and each of its keys, `REGION.example`. */
  parameterPlaces: ReadonlyMap<string, Place>
}

/** A Markdown document outside the knowledge base: what looks like commands is checked, and nothing runs. */
export interface PlainPage extends Page {
  plain: true
}

/** A heading, a paragraph, wherever it stands, or a cell of a table. */
export interface Prose {
  kind: 'heading' | 'paragraph' | 'cell'
  /** As it is written, with its markup. */
  text: string
  /** As somebody reads it: without markup, nor the addresses of its links. */
  read: string
  place: Place
}

export interface Heading {
  depth: number
  text: string
  /** Anchor the site gives it. */
  slug: string
  place: Place
}

export interface Link {
  url: string
  place: Place
}

/** Any fenced block. `text` has `\n` line endings and no indentation of the fence; it is what bash receives. */
interface BlockBase {
  language: string
  text: string
  /** The opening fence line. */
  place: Place
  /** Heading the block stands under, if any. */
  heading: Heading | undefined
  /** Position on the page of an offset (UTF-16, from 0) into `text`. */
  pointAt(offset: number): Point
}

export interface StepBlock extends BlockBase {
  kind: 'step'
  fence: StepFence
  /** Where each fence key stands. */
  keys: ReadonlyMap<string, Place>
  script: BashScript
  expect: readonly ExpectBlock[]
}

export interface CheckedBlock extends BlockBase {
  kind: 'checked'
  reason: string
  allow: Allowance | undefined
  script: BashScript
}

export interface ExpectBlock extends BlockBase {
  kind: 'expect'
  expectation: Expectation
}

export interface FileBlock extends BlockBase {
  kind: 'file'
  path: string
  allow: Allowance | undefined
}

/** A block that only illustrates. */
export interface PlainBlock extends BlockBase {
  kind: 'plain'
}

export type Block = StepBlock | CheckedBlock | ExpectBlock | FileBlock | PlainBlock

export const isPlain = (page: Page): page is PlainPage => 'plain' in page

export const isRunbook = (page: Page): page is Runbook => 'header' in page

/** The steps of a page in order. */
export const stepsOf = (page: Page): StepBlock[] => page.blocks.filter((block) => block.kind === 'step')

/** A place on the page from offsets into a block's text. */
export function placeIn(page: Page, block: Block, start: number, end: number = start): Place {
  return { file: page.file, start: block.pointAt(start), end: block.pointAt(end) }
}
