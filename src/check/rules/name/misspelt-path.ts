import { plainPath, systemOf } from '#check/files/page-file.ts'
import { pageRule } from '#check/rule.ts'
import { type Block, isPlain, placeIn } from '#document/model.ts'
import type { Finding } from '#finding/finding.ts'
import { areBeside, slipBetween } from '#schema/spelling.ts'
import { nameMisspelt } from './misspelt.ts'

const PATH = /(?<![\w./${}-])(?:\.{0,2}\/)?[\w.-]+(?:\/[\w.-]+)+/g

/**
 * A path that stands once on the page and is a slip of the fingers away from a file of the system, or
 * from a path the page uses again and again: letters swapped, or hit beside. Not one that a file has.
 */
export const misspeltPath = pageRule([nameMisspelt], ({ page }, { workspaceFiles }) => {
  if (isPlain(page)) return []
  const system = systemOf(page)
  const files = system === undefined ? undefined : workspaceFiles?.(system)
  const found = page.blocks
    .filter(hasCommands)
    .flatMap((block) => [...block.text.matchAll(PATH)].map((match) => ({ block, at: match.index, path: match[0] })))
  const counts = Map.groupBy(found, ({ path }) => path)
  const usual = [...(files ?? []), ...[...counts].flatMap(([path, uses]) => (uses.length > 2 ? [path] : []))]
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

/** Whether two texts of one length differ in two letters swapped, or in one hit beside. */
function isSlip(text: string, meant: string): boolean {
  if (text.length !== meant.length || text.length < 8) return false
  const { kind, at } = slipBetween(text, meant) ?? { kind: undefined, at: 0 }
  const [one = '', other = ''] = [text[at], meant[at]]
  return (kind === 'swapped' || (kind === 'changed' && areBeside(one, other))) && /[a-z]/i.test(one + other)
}
