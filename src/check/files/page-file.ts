import type { BashRedirect } from '#document/bash/model.ts'
import {
  type Block,
  type CheckedBlock,
  isPlain,
  isRunbook,
  type Page,
  placeIn,
  type StepBlock,
} from '#document/model.ts'
import { formatOf } from '#formats/recognize.ts'
import { type FormatName, isData, UNNAMED } from '#formats/registry.ts'
import type { Place } from '#schema/place.ts'
import { writesInput } from '#tools/by-name.ts'

/** A file a page shows: a fence with a name, a fence whose language is a format's, or what a heredoc writes. */
export interface PageFile {
  page: Page
  block: Block
  format: FormatName
  /** Path as the page gives it; undefined for a fence without a name. */
  path: string | undefined
  text: string
  /** Stands for all of the file; a fence without a name may be a part of one. */
  whole: boolean
  /** Place on the page of offsets into `text`. */
  at(start: number, end?: number): Place
}

/** How messages call a file. */
export const nameOf = ({ path, block }: PageFile): string => path ?? block.language

/** The files of known formats on a page, in its order. */
export const filesOf = (page: Page): PageFile[] => page.blocks.flatMap((block) => filesIn(page, block))

function filesIn(page: Page, block: Block): PageFile[] {
  if (block.kind === 'expect') return []
  if (block.kind === 'step' || block.kind === 'checked') return heredocsOf(page, block)
  const path = block.kind === 'file' && !(isPlain(page) && CALLED.has(block.path)) ? block.path : undefined
  const format = formatOf({ path, language: block.language, text: block.text })
  if (!format || (isPlain(page) && isExcerpt(format, block.text))) return []
  const at = (start: number, end = start) => placeIn(page, block, start, end)
  return [{ page, block, format, path, text: block.text, whole: !isPlain(page) && isWhole(path, format), at }]
}

/** Data with a line that stands for what is left out, `...`: no program reads it so, and no reader pastes it. */
const isExcerpt = (format: FormatName, text: string): boolean =>
  isData(format) && /^[ \t]*(?:-[ \t]*)?(?:\[?\.{3,}\]?|…),?[ \t]*$/m.test(text)

/** A Compose file by any other name is laid over one, or a part of one. */
const isWhole = (path: string | undefined, format: FormatName): boolean =>
  path !== undefined && (format !== 'compose' || /compose/.test(path))

/** What a plain document's blocks without a name are called. */
const CALLED: ReadonlySet<string> = new Set(UNNAMED.values())

/** Files of `cat > FILE <<'END'` and `tee FILE <<'END'`, where nothing is filled in. */
function heredocsOf(page: Page, block: StepBlock | CheckedBlock): PageFile[] {
  return block.script.commands.flatMap(({ name, args, redirects }) => {
    const here = redirects.find(({ heredoc }) => heredoc)?.heredoc
    const target = redirects.find(({ operator }) => operator === '>' || operator === '>|')?.target?.value
    const copied = [name, args[0]].some((word) => writesInput(word?.value))
      ? args.findLast(({ text }) => !text.startsWith('-'))?.value
      : undefined
    const path = target === undefined || target === '/dev/null' ? copied : target
    const body = path === undefined ? undefined : bodyOf(here)
    const format = body && formatOf({ path, language: '', text: body.text })
    if (!body || !format) return []
    const at = (start: number, end = start) => placeIn(page, block, body.start + start, body.start + end)
    return [{ page, block, format, path, text: body.text, whole: isWhole(path, format), at }]
  })
}

/** The lines of a heredoc, when what the file holds is what stands on the page. */
function bodyOf(heredoc: BashRedirect['heredoc']): { text: string; start: number } | undefined {
  if (!heredoc || (heredoc.indented && /^\t/m.test(heredoc.text))) return undefined
  return heredoc.quoted || !/[$`\\]/.test(heredoc.text) ? heredoc : undefined
}

/** The system whose seed world a page starts from. */
export const systemOf = (page: Page): string | undefined => (isRunbook(page) ? page.header.system : undefined)

/** A path without `./` before it. */
export const plainPath = (path: string): string => path.replace(/^(\.\/)+/, '')
