import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const ES = 'content/docs/runbooks'
export const EN = 'content/docs/en/runbooks'

/** The shipped pages, by file. */
export function shippedPages(): Map<string, string> {
  const files = readdirSync('content/docs', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  )
  return new Map(
    files.sort().map((file) => [join('content/docs', file), readFileSync(join('content/docs', file), 'utf8')]),
  )
}

/** One edit: the text `find` (its `nth` occurrence, from 1) becomes `replace`. */
export interface Edit {
  page: string
  find: string
  nth?: number
  replace: string
  /** Both languages get the edit, so that it is not the difference between them that is found. */
  both?: boolean
}

/** The pages after an edit. Throws when the text to find is not there: a case that edits nothing proves nothing. */
export function applyEdit(
  pages: Map<string, string>,
  { page, find, nth = 1, replace, both = true }: Edit,
): Map<string, string> {
  const files = both ? [join(ES, page), join(EN, page)] : [page]
  const edited = new Map(pages)
  for (const file of files) edited.set(file, replaceNth(pages.get(file), { file, find, nth, replace }))
  return edited
}

function replaceNth(
  source: string | undefined,
  { file, find, nth, replace }: { file: string; find: string; nth: number; replace: string },
): string {
  if (source === undefined) throw new Error(`${file} is not a shipped page`)
  let at = -1
  for (let count = 0; count < nth; count++) {
    at = source.indexOf(find, at + 1)
    if (at < 0) throw new Error(`${file} does not hold ${nth} times: ${find}`)
  }
  return source.slice(0, at) + replace + source.slice(at + find.length)
}

/** The line (from 1) of the `nth` occurrence of a text. */
export function lineOf(source: string, text: string, nth = 1): number {
  let at = -1
  for (let count = 0; count < nth; count++) {
    at = source.indexOf(text, at + 1)
    if (at < 0) throw new Error(`no line holds ${nth} times: ${text}`)
  }
  return source.slice(0, at).split('\n').length
}
