import { plainPath, systemOf } from '#check/files/page-file.ts'
import { pageRule } from '#check/rule.ts'
import { type Block, isPlain, placeIn } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { areBeside, slipBetween } from '#schema/spelling.ts'
import { nameMisspelt } from './misspelt.ts'

/** A path; and what follows a port, or the variable that stands for where something is: `$HOST/api/chat`. */
const PATH =
  /(?<![\w./${}-])(?!(?<=:)\d+\/)(?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)+|(?<=\$\w+|\$\{\w+\}|:\d+)(?:\/[\w.-]+)+/g

/**
 * A path that stands once on the page and is a slip of the fingers away from a file of the system, or
 * from a path the page uses again and again: letters swapped, hit beside, left out or doubled. Not one that a file has.
 */
export const misspeltPath = pageRule([nameMisspelt], ({ page }, { workspaceFiles }) => {
  if (isPlain(page)) return []
  const system = systemOf(page)
  const files = system === undefined ? undefined : workspaceFiles?.(system)
  const found = page.blocks
    .filter(hasCommands)
    .flatMap((block) => [...block.text.matchAll(PATH)].map((match) => ({ block, at: match.index, path: match[0] })))
  const counts = Map.groupBy(found, ({ path }) => path)
  const usual = [...(files ?? []), ...[...counts].flatMap(([path, uses]) => (uses.length > 1 ? [path] : []))]
  const known = new Set(usual.map(plainPath))
  return found
    .filter(({ path }) => counts.get(path)?.length === 1 && !known.has(plainPath(path)))
    .flatMap(({ block, at, path }): Finding[] => {
      const own = plainPath(path)
      const meant = usual.find((other) => isSlip(own, plainPath(other)))
      if (meant === undefined || page.source.split(path).length > 2) return []
      return [nameMisspelt.at(placeIn(page, block, at, at + path.length), { found: path, suggestion: meant })]
    })
})

const hasCommands = ({ kind }: Block) => kind === 'step' || kind === 'checked'

/** Whether a path is another with one slip in it. A letter fewer or more at the end of a name is another name: `agents`. */
function isSlip(text: string, meant: string): boolean {
  const slip = text.length < 8 ? undefined : slipBetween(text, meant)
  if (!slip) return false
  const { kind, at } = slip
  const [one = '', other = ''] = [text[at], meant[at]]
  if (!/[a-z]/i.test(one + other)) return false
  if (kind === 'swapped') return true
  if (kind === 'changed') return areBeside(one, other)
  return text.length > 11 && isInside(text, at) && isInside(meant, at)
}

/** Whether letters stand on both sides of a place, in the same name. */
const isInside = (path: string, at: number) => /^[a-z]{2}/i.test(path.slice(at)) && /[a-z]$/i.test(path.slice(0, at))
